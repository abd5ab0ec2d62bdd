import { dlopen } from "node:ffi";

const { functions: libc } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  setsockopt: { arguments: ["int32", "int32", "int32", "buffer", "uint32"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
  connect: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
});

const one = Buffer.from([1, 0, 0, 0]);

export function dialFrom(local, remote) {
  const fd = libc.socket(2, 1, 0);
  libc.setsockopt(fd, 0, 24, one, 4);
  libc.bind(fd, local, 16);
  libc.connect(fd, remote, 16);
  return fd;
}
