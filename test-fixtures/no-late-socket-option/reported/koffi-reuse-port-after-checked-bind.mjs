import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("socket", "int", ["int", "int", "int"]);
const setsockopt = libc.func("setsockopt", "int", ["int", "int", "int", "void *", "uint32_t"]);
const bind = libc.func("bind", "int", ["int", "void *", "uint32_t"]);
const listen = libc.func("listen", "int", ["int", "int"]);

const SOL_SOCKET = 1;
const SO_REUSEPORT = 15;
const one = Buffer.from(new Int32Array([1]).buffer);

export function open(address) {
  const fd = socket(2, 1, 0);
  if (bind(fd, address, address.length) < 0) {
    throw new Error(`bind failed with errno ${koffi.errno()}`);
  }
  setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, one, one.length);
//^^^^^^^^^^ no-late-socket-option late
  listen(fd, 1024);
  return fd;
}
