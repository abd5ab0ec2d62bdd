const koffi = require("koffi");
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const listen = libc.func("int listen(int fd, int backlog)");

const address = Buffer.alloc(16);
address.writeUInt16LE(2, 0);
address.writeUInt16BE(8080, 2);

const fd = socket(2, 1, 0);
bind(fd, address, address.length);
setsockopt(fd, 1, 2, [1], 4);
// @1:11 no-late-socket-option late
listen(fd, 16);
console.log("descriptor", fd);
