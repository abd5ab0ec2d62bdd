import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const close = libc.func("int close(int fd)");

export function open(preferred: Buffer, fallback: Buffer): number {
  let fd: number = socket(2, 1, 0);
  if (bind(fd, preferred, 16) === 0) return fd;
  close(fd);

  fd = socket(2, 1, 0);
  setsockopt(fd, 1, 2, [1], 4);
  bind(fd, fallback, 16);
  return fd;
}
