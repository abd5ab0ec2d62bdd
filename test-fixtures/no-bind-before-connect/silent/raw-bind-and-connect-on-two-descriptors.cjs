const ffi = require("ffi-napi");

const libc = ffi.Library("libc", {
  socket: ["int", ["int", "int", "int"]],
  bind: ["int", ["int", "pointer", "uint32"]],
  connect: ["int", ["int", "pointer", "uint32"]],
});

exports.pair = function pair(destination) {
  const reserved = libc.socket(2, 1, 0);
  const outgoing = libc.socket(2, 1, 0);
  const any = Buffer.alloc(16);
  any.writeUInt16LE(2, 0);
  any.writeUInt16BE(0, 2);
  libc.bind(reserved, any, 16);
  libc.connect(outgoing, destination, 16);
  return { reserved, outgoing };
};
