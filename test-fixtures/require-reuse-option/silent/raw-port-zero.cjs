const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const bind = libc.func("int bind(int, const uint8_t *, uint32_t)");
const listen = libc.func("int listen(int, int)");

const anyPort = Buffer.from([2, 0, 0, 0, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);

const fd = socket(2, 1, 0);
bind(fd, anyPort, anyPort.length);
listen(fd, 16);
