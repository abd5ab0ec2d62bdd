const ffi = require("ffi-napi");
const ref = require("ref-napi");

const libc = ffi.Library("libc", {
  socket: ["int", ["int", "int", "int"]],
  setsockopt: ["int", ["int", "int", "int", "pointer", "uint32"]],
  bind: ["int", ["int", "pointer", "uint32"]],
});

exports.bindTo = function (address) {
  var fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, address.length);
  libc.setsockopt(fd, 1, 2, ref.alloc("int", 1), 4);
  //   ^^^^^^^^^^ no-late-socket-option late
  return fd;
};
