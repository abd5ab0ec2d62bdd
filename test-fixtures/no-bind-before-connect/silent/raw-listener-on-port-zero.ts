import { dlopen, FFIType, ptr } from "bun:ffi";

const { symbols: c } = dlopen("libc.so.6", {
  socket: { args: [FFIType.i32, FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  bind: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
  listen: { args: [FFIType.i32, FFIType.i32], returns: FFIType.i32 },
});

export function openAnywhere(): number {
  const fd = c.socket(2, 1, 0);
  const any = Buffer.alloc(16);
  any.writeUInt16LE(2, 0);
  any.writeUInt16BE(0, 2);
  c.bind(fd, ptr(any), 16);
  c.listen(fd, 128);
  return fd;
}
