const koffi = require("koffi");

const c = koffi.load("libc.so.6");
const api = {
  socket: c.func("int socket(int domain, int type, int protocol)"),
  setsockopt: c.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)"),
  bind: c.func("int bind(int fd, const void *addr, uint32_t len)"),
  listen: c.func("int listen(int fd, int backlog)"),
};

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_REUSEPORT = 15;

exports.open = (address) => {
  const fd = api.socket(2, 1, 0);
  api.setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, [1], 4);
  api.bind(fd, address, 16);
  api.listen(fd, 128);
  api.setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, [1], 4);
  //  ^^^^^^^^^^ no-late-socket-option late
  return fd;
};
