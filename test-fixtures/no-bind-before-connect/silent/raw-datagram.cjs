const koffi = require("koffi");

const libc = koffi.load("libc.so.6");
const socket = libc.func("socket", "int", ["int", "int", "int"]);
const bind = libc.func("bind", "int", ["int", "void *", "uint32_t"]);
const connect = libc.func("connect", "int", ["int", "void *", "uint32_t"]);

const AF_INET = 2;
const SOCK_DGRAM = 2;

exports.resolver = function resolver(nameserver) {
  const fd = socket(AF_INET, SOCK_DGRAM, 0);
  const any = Buffer.alloc(16);
  any.writeUInt16LE(AF_INET, 0);
  any.writeUInt16BE(0, 2);
  bind(fd, any, 16);
  connect(fd, nameserver, 16);
  return fd;
};
