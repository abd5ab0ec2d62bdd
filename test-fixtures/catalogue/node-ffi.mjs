import { dlopen } from "node:ffi";

const { functions: libc } = dlopen("libc.so.6", {
  socket: { arguments: ["int32", "int32", "int32"], return: "int32" },
  setsockopt: { arguments: ["int32", "int32", "int32", "buffer", "uint32"], return: "int32" },
  bind: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
  listen: { arguments: ["int32", "int32"], return: "int32" },
  connect: { arguments: ["int32", "buffer", "uint32"], return: "int32" },
});

const IPPROTO_IP = 0;
const IP_BIND_ADDRESS_NO_PORT = 24;
const one = Buffer.from([1, 0, 0, 0]);

export function restart() {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(2, 0);
  address.writeUInt16BE(6821, 2);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, 16);
  libc.listen(fd, 128);
//     ^^^^^^ require-reuse-option rawRestart
}

export function dial(target) {
  const local = Buffer.alloc(16);
  local.writeUInt16LE(2, 0);
  local.writeUInt16BE(0, 2);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, local, local.length);
//     ^^^^ no-bind-before-connect rawBind
  libc.connect(fd, target, 16);
}

export function late(address, target) {
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, address, 16);
  libc.setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, one, 4);
//     ^^^^^^^^^^ no-late-socket-option late
  libc.connect(fd, target, 16);
}
