const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const listen = libc.func("int listen(int fd, int backlog)");

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_RCVBUF = 8;
const SO_KEEPALIVE = 9;
const IPPROTO_TCP = 6;
const TCP_DEFER_ACCEPT = 9;

exports.open = (address) => {
  const fd = socket(2, 1, 0);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, [1], 4);
  bind(fd, address, 16);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, [262144], 4);
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, [1], 4);
  setsockopt(fd, IPPROTO_TCP, TCP_DEFER_ACCEPT, [5], 4);
  listen(fd, 128);
  return fd;
};
