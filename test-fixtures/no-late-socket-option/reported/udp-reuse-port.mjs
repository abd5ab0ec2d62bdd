import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, const void *, uint32_t)");
const bind = libc.func("int bind(int, const void *, uint32_t)");

const SOCK_DGRAM = 2;

export function receiver(address, group) {
  const fd = socket(2, SOCK_DGRAM, 0);
  bind(fd, address, 16);
  setsockopt(fd, 1, 15, Buffer.from([1, 0, 0, 0]), 4);
//^^^^^^^^^^ no-late-socket-option late
  setsockopt(fd, 0, 35, group, 8);
  return fd;
}
