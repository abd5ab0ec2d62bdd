import { dlopen, FFIType, ptr } from "bun:ffi";

const { symbols: c } = dlopen("libc.so.6", {
  socket: { args: [FFIType.i32, FFIType.i32, FFIType.i32], returns: FFIType.i32 },
  setsockopt: {
    args: [FFIType.i32, FFIType.i32, FFIType.i32, FFIType.ptr, FFIType.u32],
    returns: FFIType.i32,
  },
  bind: { args: [FFIType.i32, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
});

const one = new Int32Array([1]);

export function sockets(addresses: Uint8Array[]): number[] {
  return addresses.map((address) => {
    const fd = c.socket(2, 2, 0);
    c.setsockopt(fd, 1, 15, ptr(one), 4);
    c.bind(fd, ptr(address), address.byteLength);
    return fd;
  });
}
