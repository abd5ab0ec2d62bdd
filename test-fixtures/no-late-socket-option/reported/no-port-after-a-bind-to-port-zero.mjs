import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");
const connect = libc.func("int connect(int fd, const void *addr, uint32_t len)");

export function dialFrom(addressBytes, remote) {
  const fd = socket(2, 1, 0);
  const local = Buffer.alloc(16);
  local.writeUInt16LE(2, 0);
  local.writeUInt16BE(0, 2);
  local.set(addressBytes, 4);
  bind(fd, local, 16);
  setsockopt(fd, 0, 24, [1], 4);
//^^^^^^^^^^ no-late-socket-option late
  connect(fd, remote, 16);
  return fd;
}
