const ffi = require("ffi-napi");

const libc = ffi.Library("libc", {
  socket: ["int", ["int", "int", "int"]],
  setsockopt: ["int", ["int", "int", "int", "pointer", "uint32"]],
  bind: ["int", ["int", "pointer", "uint32"]],
  listen: ["int", ["int", "int"]],
  connect: ["int", ["int", "pointer", "uint32"]],
});

const one = Buffer.from([1, 0, 0, 0]);

function restart() {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(2, 0);
  address.writeUInt16BE(6811, 2);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, 16);
  libc.listen(fd, 128);
//     ^^^^^^ require-reuse-option rawRestart
}

function dial(target) {
  const local = Buffer.alloc(16);
  local.writeUInt16LE(2, 0);
  local.writeUInt16BE(0, 2);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, local, 16);
//     ^^^^ no-bind-before-connect rawBind
  libc.connect(fd, target, 16);
}

function late() {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(2, 0);
  address.writeUInt16BE(6812, 2);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, 16);
  libc.setsockopt(fd, 1, 15, one, 4);
//     ^^^^^^^^^^ no-late-socket-option late
  libc.listen(fd, 128);
}

module.exports = { restart, dial, late };
