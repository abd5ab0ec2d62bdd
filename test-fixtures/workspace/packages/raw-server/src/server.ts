// With its mistakes; server-clean.ts is the same program without them.
import net from "node:net";
import koffi from "koffi";
import { AF_INET, SOCK_CLOEXEC, SOCK_NONBLOCK, SOCK_STREAM, addressOf, checked } from "./libc.ts";

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t size)");
const bind = libc.func("int bind(int fd, const uint8_t *address, uint32_t size)");
const listen = libc.func("int listen(int fd, int backlog)");
const accept4 = libc.func("int accept4(int fd, void *address, void *size, int flags)");
const connect = libc.func("int connect(int fd, const uint8_t *address, uint32_t size)");

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const port = Number(process.env.PORT ?? 18013);
const statusPort = Number(process.env.STATUS_PORT ?? 18014);

const daytime = checked("socket()", socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
checked("bind()", bind(daytime, addressOf("127.0.0.1", port), 16));
checked("listen()", listen(daytime, 128));
console.log(`daytime on ${port}`);

const status = checked("socket()", socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
checked("bind()", bind(status, addressOf("127.0.0.1", statusPort), 16));
setsockopt(status, SOL_SOCKET, SO_REUSEADDR, [1], 4);
checked("listen()", listen(status, 128));
console.log(`status on ${statusPort}`);

/** Tells a monitor that the server is up, from an address of its own. */
function announce(monitor: number): void {
  const from = Buffer.from([2, 0, 0, 0, 127, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
  const fd = checked("socket()", socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  checked("bind()", bind(fd, from, 16));
  checked("connect()", connect(fd, addressOf("127.0.0.1", monitor), 16));
  new net.Socket({ fd, readable: true, writable: true }).end("up\n");
}

if (process.env.MONITOR !== undefined) announce(Number(process.env.MONITOR));

const flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
const timer = setInterval(() => {
  answer(accept4(daytime, null, null, flags), `${new Date().toISOString()}\n`);
  answer(accept4(status, null, null, flags), `up ${process.uptime().toFixed()} s\n`);
}, 20);
process.once("SIGTERM", () => clearInterval(timer));

/** Answers a connection, if there was one to accept. */
function answer(fd: number, text: string): void {
  if (fd >= 0) new net.Socket({ fd, readable: true, writable: true }).end(text);
}
