const libc = Deno.dlopen("libc.so.6", {
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  setsockopt: { parameters: ["i32", "i32", "i32", "buffer", "u32"], result: "i32" },
  bind: { parameters: ["i32", "buffer", "u32"], result: "i32" },
});

const IPPROTO_IP = 0;
const IP_BIND_ADDRESS_NO_PORT = 24;

export function sourceSocket(local: Uint8Array): number {
  const fd = libc.symbols.socket(2, 1, 0);
  libc.symbols.bind(fd, local, local.length);
  libc.symbols.setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, new Int32Array([1]), 4);
  //           ^^^^^^^^^^ no-late-socket-option late
  return fd;
}
