import { dlopen, FFIType, ptr } from "bun:ffi";

const { symbols } = dlopen("libc.so.6", {
  socket: { args: [FFIType.i32, FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  setsockopt: {
    args: [FFIType.i32, FFIType.i32, FFIType.i32, FFIType.ptr, FFIType.u32],
    returns: FFIType.i32,
  },
  bind: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
});

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_REUSEPORT = 15;

export function reserve(sockaddr: Uint8Array): number {
  const fd = symbols.socket(2, 1, 0);
  const one = new Int32Array([1]);
  symbols.bind(fd, ptr(sockaddr), sockaddr.byteLength);
  symbols.setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, ptr(one), 4);
  //      ^^^^^^^^^^ no-late-socket-option late
  symbols.setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, ptr(one), 4);
  //      ^^^^^^^^^^ no-late-socket-option late
  return fd;
}
