import { dlopen } from "node:ffi";

const { functions: libc } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
  connect: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
});

export function dialFrom(sourceBytes, destination) {
  const fd = libc.socket(2, 1, 0);
  const local = Buffer.alloc(16);
  local.writeUInt16LE(2, 0);
  local.writeUInt16BE(0, 2);
  local.set(sourceBytes, 4);
  libc.bind(fd, local, local.length);
  //   ^^^^ no-bind-before-connect rawBind
  libc.connect(fd, destination, 16);
  return fd;
}
