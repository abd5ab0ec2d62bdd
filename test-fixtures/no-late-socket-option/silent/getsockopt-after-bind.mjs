import { dlopen } from "node:ffi";

const { functions: libc } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  getsockopt: { arguments: ["int32", "int32", "int32", "buffer", "buffer"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
});

export function reusesAddress(address) {
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, 16);
  const value = Buffer.alloc(4);
  libc.getsockopt(fd, 1, 2, value, Buffer.from([4, 0, 0, 0]));
  return value.readInt32LE() === 1;
}
