const koffi = require("koffi");
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const close = libc.func("int close(int fd)");

module.exports = function withSocket(address, use) {
  const fd = socket(2, 1, 0);
  try {
    bind(fd, address, 16);
    setsockopt(fd, 1, 2, [1], 4);
//  ^^^^^^^^^^ no-late-socket-option late
    return use(fd);
  } finally {
    close(fd);
  }
};
