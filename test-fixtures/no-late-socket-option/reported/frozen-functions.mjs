import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const fns = Object.freeze({
  socket: libc.func("int socket(int domain, int type, int protocol)"),
  setsockopt: libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)"),
  bind: libc.func("int bind(int fd, const void *addr, uint32_t len)"),
});

export function open(address) {
  const fd = fns.socket(2, 1, 0);
  fns.bind(fd, address, 16);
  fns.setsockopt(fd, 1, 15, [1], 4);
  //  ^^^^^^^^^^ no-late-socket-option late
  return fd;
}
