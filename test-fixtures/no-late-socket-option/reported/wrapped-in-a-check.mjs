import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const listen = libc.func("int listen(int fd, int backlog)");

function check(result, call) {
  if (result < 0) throw new Error(`${call}: errno ${koffi.errno()}`);
  return result;
}

export function open(address) {
  const fd = check(socket(2, 1, 0), "socket");
  check(bind(fd, address, 16), "bind");
  check(setsockopt(fd, 1, 2, [1], 4), "setsockopt");
  //    ^^^^^^^^^^ no-late-socket-option late
  check(listen(fd, 128), "listen");
  return fd;
}
