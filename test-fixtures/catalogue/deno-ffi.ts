const libc = Deno.dlopen("libc.so.6", {
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  setsockopt: { parameters: ["i32", "i32", "i32", "buffer", "u32"], result: "i32" },
  bind: { parameters: ["i32", "buffer", "u32"], result: "i32" },
  listen: { parameters: ["i32", "i32"], result: "i32" },
  connect: { parameters: ["i32", "buffer", "u32"], result: "i32" },
});

const one = new Uint8Array([1, 0, 0, 0]);

export function restart(): void {
  const address = new Uint8Array([2, 0, 0x1a, 0xb9, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = libc.symbols.socket(2, 1, 0);
  libc.symbols.bind(fd, address, 16);
  libc.symbols.listen(fd, 128);
//             ^^^^^^ require-reuse-option rawRestart
}

export function dial(target: Uint8Array): void {
  const local = new Uint8Array([2, 0, 0, 0, 127, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = libc.symbols.socket(2, 1, 0);
  libc.symbols.bind(fd, local, 16);
//             ^^^^ no-bind-before-connect rawBind
  libc.symbols.connect(fd, target, 16);
}

export function late(address: Uint8Array): void {
  const fd = libc.symbols.socket(2, 1, 0);
  libc.symbols.bind(fd, address, 16);
  libc.symbols.setsockopt(fd, 1, 15, one, 4);
//             ^^^^^^^^^^ no-late-socket-option late
  libc.symbols.listen(fd, 128);
}
