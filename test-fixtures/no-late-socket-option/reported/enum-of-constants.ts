import koffi from "koffi";

const SocketOption = { SO_REUSEADDR: 2, SO_KEEPALIVE: 9, SO_REUSEPORT: 15 } as const;
const SOL_SOCKET = 1;

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");

export function create(address: Buffer): number {
  const fd: number = socket(2, 1, 0);
  setsockopt(fd, SOL_SOCKET, SocketOption.SO_KEEPALIVE, [1], 4);
  bind(fd, address, address.length);
  setsockopt(fd, SOL_SOCKET, SocketOption.SO_REUSEPORT, [1], 4);
//^^^^^^^^^^ no-late-socket-option late
  return fd;
}
