const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t size)");
const bind = libc.func("bind", "int", ["int", "uint8_t *", "uint32_t"]);
const listen = libc.func("int listen(int fd, int backlog)");
const connect = libc.func("int connect(int fd, const uint8_t *address, uint32_t size)");

const AF_INET = 2;
const SOCK_STREAM = 1;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;

function restart() {
  const address = Buffer.from([AF_INET, 0, 0x1b, 0x59, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = socket(AF_INET, SOCK_STREAM, 0);
  bind(fd, address, 16);
  listen(fd, 128);
// @3:9 require-reuse-option rawRestart
}

function dial(target) {
  const local = Buffer.from([AF_INET, 0, 0, 0, 127, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = socket(AF_INET, SOCK_STREAM, 0);
  bind(fd, local, 16);
// @3:7 no-bind-before-connect rawBind
  connect(fd, target, 16);
}

function late() {
  const address = Buffer.from([AF_INET, 0, 0x1b, 0x5a, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = socket(AF_INET, SOCK_STREAM, 0);
  bind(fd, address, 16);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, [1], 4);
// @3:13 no-late-socket-option late
  listen(fd, 128);
}

module.exports = { restart, dial, late };
