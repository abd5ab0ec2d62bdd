import http from "node:http";
import net from "node:net";
import koffi from "koffi";

const AF_INET = 2;
const SOCK_STREAM = 1;
const SOCK_NONBLOCK = 0x800;
const SOCK_CLOEXEC = 0x80000;
const IPPROTO_IP = 0;
const IP_BIND_ADDRESS_NO_PORT = 24;

const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int domain, int type, int protocol)");
const setsockopt = libc.func("int setsockopt(int fd, int level, int name, const int *value, uint32_t size)");
const bind = libc.func("int bind(int fd, const uint8_t *address, uint32_t size)");
const close = libc.func("int close(int fd)");

/**
 * A connection to a numeric IPv4 address that leaves from `source`, and whose port connect() chooses, so that destinations share ports.
 * Linux only.
 */
export function connectFrom(source: string, host: string, port: number): net.Socket {
  const fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) throw new Error(`socket() failed with errno ${koffi.errno()}`);
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, [1], 4);
  if (bind(fd, addressOf(source), 16) !== 0) {
    const errno = koffi.errno();
    close(fd);
    throw new Error(`bind() to ${source} failed with errno ${errno}`);
  }
  return new net.Socket({ fd, readable: true, writable: true }).connect({ host, port });
}

/** A sockaddr_in with port 0. */
function addressOf(source: string): Buffer {
  const address = Buffer.alloc(16);
  address.writeUInt16LE(AF_INET, 0);
  source.split(".").forEach((byte, i) => address.writeUInt8(Number(byte), 4 + i));
  return address;
}

/** An agent whose connections leave from one address; URLs have to name numeric addresses. */
export class SourceAgent extends http.Agent {
  constructor(private readonly source: string) {
    super({ keepAlive: true });
  }

  override createConnection(options: http.ClientRequestArgs): net.Socket {
    return connectFrom(this.source, String(options.host), Number(options.port));
  }
}
