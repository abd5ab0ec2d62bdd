const koffi = require("koffi");

const AF_INET = 2;
const SOCK_STREAM = 1;

const in_addr = koffi.struct("in_addr", { s_addr: "uint32_t" });
const sockaddr_in = koffi.struct("sockaddr_in", {
  sin_family: "uint16_t",
  sin_port: "uint16_t",
  sin_addr: in_addr,
  sin_zero: koffi.array("uint8_t", 8),
});

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const bind = libc.func("int bind(int fd, const sockaddr_in *addr, uint32_t len)");
const connect = libc.func("int connect(int fd, const sockaddr_in *addr, uint32_t len)");

function dialFrom(source, target, port) {
  const fd = socket(AF_INET, SOCK_STREAM, 0);
  const zero = new Array(8).fill(0);
  const local = { sin_family: AF_INET, sin_port: 0, sin_addr: { s_addr: source }, sin_zero: zero };
  if (bind(fd, local, 16) !== 0) throw new Error(`bind: errno ${koffi.errno()}`);
  //  ^^^^ no-bind-before-connect rawBind
  connect(fd, { sin_family: AF_INET, sin_port: port, sin_addr: { s_addr: target }, sin_zero: zero }, 16);
  return fd;
}

module.exports = { dialFrom };
