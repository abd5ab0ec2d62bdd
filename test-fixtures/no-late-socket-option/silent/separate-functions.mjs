import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const cBind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const cSetsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");

export const bindTo = (fd, address) => cBind(fd, address, address.length);

export const shareAddress = (fd) => cSetsockopt(fd, 1, 2, [1], 4);
