import { dlopen } from "node:ffi";

const { functions: libc } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
  connect: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
});

export function dialFrom(port, destination) {
  const fd = libc.socket(2, 1, 0);
  const local = Buffer.alloc(16);
  local.writeUInt16LE(2, 0);
  local.writeUInt16BE(port, 2);
  libc.bind(fd, local, 16);
  libc.connect(fd, destination, 16);
  return fd;
}
