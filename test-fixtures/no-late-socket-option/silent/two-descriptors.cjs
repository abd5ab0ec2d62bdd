const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");

exports.pair = (v4, v6) => {
  const first = socket(2, 1, 0);
  const second = socket(10, 1, 0);
  setsockopt(first, 1, 15, [1], 4);
  bind(first, v4, 16);
  setsockopt(second, 1, 15, [1], 4);
  bind(second, v6, 28);
  return [first, second];
};
