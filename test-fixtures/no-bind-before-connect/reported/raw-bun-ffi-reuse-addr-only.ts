import { dlopen, FFIType, ptr } from "bun:ffi";

const { symbols: c } = dlopen("libc.so.6", {
  socket: { args: [FFIType.i32, FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  setsockopt: {
    args: [FFIType.i32, FFIType.i32, FFIType.i32, FFIType.ptr, FFIType.u32],
    returns: FFIType.i32,
  },
  bind: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
  connect: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
});

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;

export function open(remote: Uint8Array): number {
  const fd = c.socket(2, 1, 0);
  const one = new Int32Array([1]);
  c.setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, ptr(one), 4);
  const any = Buffer.alloc(16);
  any.writeUInt16LE(2, 0);
  any.writeUInt16BE(0, 2);
  c.bind(fd, ptr(any), 16);
  //^^^^ no-bind-before-connect rawBind
  c.connect(fd, ptr(remote), 16);
  return fd;
}
