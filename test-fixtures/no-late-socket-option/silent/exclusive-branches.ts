import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");

export function prepare(fd: number, step: "bind" | "share", address: Buffer): void {
  switch (step) {
    case "bind":
      bind(fd, address, 16);
      break;
    case "share":
      setsockopt(fd, 1, 15, [1], 4);
      break;
  }
}
