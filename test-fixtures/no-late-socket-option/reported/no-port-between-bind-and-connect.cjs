const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const connect = libc.func("int connect(int fd, const void *addr, uint32_t len)");

const IPPROTO_IP = 0;
const IP_BIND_ADDRESS_NO_PORT = 24;

exports.dialFrom = function dialFrom(local, remote) {
  const fd = socket(2, 1, 0);
  bind(fd, local, 16);
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, [1], 4);
//^^^^^^^^^^ no-late-socket-option late
  connect(fd, remote, 16);
  return fd;
};
