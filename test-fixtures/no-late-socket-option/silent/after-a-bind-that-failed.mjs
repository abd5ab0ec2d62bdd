import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");

export function reserve(address) {
  const fd = socket(2, 1, 0);
  if (bind(fd, address, 16) !== 0) {
    setsockopt(fd, 1, 2, [1], 4);
    if (bind(fd, address, 16) !== 0) throw new Error(`errno ${koffi.errno()}`);
  }
  return fd;
}
