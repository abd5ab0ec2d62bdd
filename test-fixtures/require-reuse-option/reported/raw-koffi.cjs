const koffi = require("koffi");

const AF_INET = 2;
const SOCK_STREAM = 1;
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const bind = libc.func("int bind(int fd, const uint8_t *addr, uint32_t len)");
const listen = libc.func("int listen(int fd, int backlog)");

function sockaddr(port) {
  const addr = Buffer.alloc(16);
  addr.writeUInt16LE(AF_INET, 0);
  addr.writeUInt16BE(port, 2);
  return addr;
}

const fd = socket(AF_INET, SOCK_STREAM, 0);
if (fd < 0) throw new Error(`socket: errno ${koffi.errno()}`);
const addr = sockaddr(9009);
if (bind(fd, addr, addr.length) < 0) throw new Error(`bind: errno ${koffi.errno()}`);
if (listen(fd, 128) < 0) throw new Error(`listen: errno ${koffi.errno()}`);
//  ^^^^^^ require-reuse-option rawRestart
