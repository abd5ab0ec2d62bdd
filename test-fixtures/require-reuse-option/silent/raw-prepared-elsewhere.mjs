import koffi from "koffi";
import { prepare } from "./prepare.mjs";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const listen = libc.func("int listen(int fd, int backlog)");

function reusable(fd) {
  setsockopt(fd, 1, 2, [1], 4);
  return fd;
}

export function open(address) {
  const fd = reusable(socket(2, 1, 0));
  bind(fd, address, 16);
  listen(fd, 511);
  return fd;
}

export function openPrepared(address) {
  const fd = prepare(socket(2, 1, 0));
  bind(fd, address, 16);
  listen(fd, 511);
  return fd;
}
