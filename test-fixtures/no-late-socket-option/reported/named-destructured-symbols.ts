import { dlopen } from "bun:ffi";

const {
  symbols: { socket, setsockopt, bind },
} = dlopen("libc.so.6", {
  socket: { args: ["i32", "i32", "i32"], returns: "i32" },
  setsockopt: { args: ["i32", "i32", "i32", "ptr", "u32"], returns: "i32" },
  bind: { args: ["i32", "ptr", "u32"], returns: "i32" },
});

export function fromAddress(local: Uint8Array): number {
  const descriptor = socket(2, 1, 0);
  bind(descriptor, local, 16);
  setsockopt(descriptor, 0, 24, new Int32Array([1]), 4);
//^^^^^^^^^^ no-late-socket-option late
  return descriptor;
}
