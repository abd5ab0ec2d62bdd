import koffi from "koffi";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t len)");
const bind = libc.func("int bind(int fd, const void *addr, uint32_t len)");

const IPPROTO_TCP = 6;
const TCP_MAXSEG = 2;
const IPPROTO_IP = 0;
const IP_TTL = 2;

export function create(address) {
  const fd = socket(2, 1, 0);
  bind(fd, address, 16);
  setsockopt(fd, IPPROTO_TCP, TCP_MAXSEG, [1200], 4);
  setsockopt(fd, IPPROTO_IP, IP_TTL, [32], 4);
  return fd;
}
