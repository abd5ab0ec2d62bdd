import { dlopen } from "node:ffi";

const { functions } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  setsockopt: { arguments: ["int32", "int32", "int32", "buffer", "uint32"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
  listen: { arguments: ["int32", "int32"], return: "int32" },
});

const on = Buffer.from([1, 0, 0, 0]);

export function listenOn(sockaddr) {
  const fd = functions.socket(2, 1, 0);
  functions.bind(fd, sockaddr, sockaddr.length);
  functions.setsockopt(fd, 1, 15, on, 4);
  //        ^^^^^^^^^^ no-late-socket-option late
  functions.listen(fd, 128);
  return fd;
}
