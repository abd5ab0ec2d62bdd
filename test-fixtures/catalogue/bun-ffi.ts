import { dlopen, FFIType, ptr } from "bun:ffi";

const { symbols: libc } = dlopen("libc.so.6", {
  socket: { args: [FFIType.i32, FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  setsockopt: {
    args: [FFIType.i32, FFIType.i32, FFIType.i32, FFIType.ptr, FFIType.u32],
    returns: FFIType.i32,
  },
  bind: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
  listen: { args: [FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  connect: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
});

const one = new Int32Array([1]);

export function restart(): void {
  const address = new Uint8Array([2, 0, 0x1a, 0xaf, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, ptr(address), 16);
  libc.listen(fd, 128);
//     ^^^^^^ require-reuse-option rawRestart
}

export function dial(target: Uint8Array): void {
  const local = new Uint8Array([2, 0, 0, 0, 127, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, ptr(local), 16);
//     ^^^^ no-bind-before-connect rawBind
  libc.connect(fd, ptr(target), 16);
}

export function late(address: Uint8Array): void {
  const fd = libc.socket(2, 1, 0);
  libc.bind(fd, ptr(address), 16);
  libc.setsockopt(fd, 1, 2, ptr(one), 4);
//     ^^^^^^^^^^ no-late-socket-option late
  libc.listen(fd, 128);
}
