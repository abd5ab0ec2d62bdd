import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const sys = {
  socket: libc.func("int socket(int domain, int type, int protocol)"),
  setsockopt: libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)"),
  bind: libc.func("int bind(int fd, const void *addr, uint32_t len)"),
  close: libc.func("int close(int fd)"),
};

export class BoundDescriptor {
  readonly fd: number;

  constructor(address: Buffer) {
    const fd: number = sys.socket(10, 1, 0);
    sys.bind(fd, address, 28);
    sys.setsockopt(fd, 1, 2, [1], 4);
    //  ^^^^^^^^^^ no-late-socket-option late
    this.fd = fd;
  }

  close(): void {
    sys.close(this.fd);
  }
}
