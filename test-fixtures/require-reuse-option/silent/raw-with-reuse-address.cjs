const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, const int *, uint32_t)");
const bind = libc.func("int bind(int, const uint8_t *, uint32_t)");
const listen = libc.func("int listen(int, int)");

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;

const addr = Buffer.alloc(16);
addr.writeUInt16LE(2, 0);
addr.writeUInt16BE(9010, 2);

const fd = socket(2, 1, 0);
setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, [1], 4);
bind(fd, addr, 16);
listen(fd, 511);
