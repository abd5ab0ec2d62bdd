import { readFileSync } from "node:fs";
import koffi from "koffi";
import { AF_INET, AF_INET6, fromSockaddr, ipv4Bytes, sockaddr } from "./addresses.ts";
import { errnoName, options, SOCK_CLOEXEC, type OptionName } from "./constants.ts";

export type Outcome = string; // "OK" or the name of an errno
export interface SocketOptions {
  v6?: boolean;
  udp?: boolean;
  reuseAddr?: boolean;
  reusePort?: boolean;
  noPort?: boolean;
  v6only?: boolean;
  /** Without close-on-exec, so that a child process inherits it. */
  inheritable?: boolean;
  /** Without timeouts but non-blocking, for a descriptor that Node.js takes over. */
  forNode?: boolean;
}

const SOCK_STREAM = 1;
const SOCK_DGRAM = 2;
const SOCK_NONBLOCK = 0x800;
const MSG_DONTWAIT = 0x40;
const BPF_RET = 0x06;

koffi.struct("sock_filter", { code: "uint16_t", jt: "uint8_t", jf: "uint8_t", k: "uint32_t" });
koffi.struct("sock_fprog", { len: "uint16_t", filter: "sock_filter *" });

/** Every call is bounded by this, in seconds: a full accept queue must not stop the lab. */
const timeout = 1;

export type Syscalls = ReturnType<typeof syscalls>;

/**
 * The system calls of the lab, bound through libc and noted one by one.
 * They return "OK" or the name of the errno, so that an outcome reads as it is written in a man page.
 * @param note receives one line for each call made
 * @param without options that are not set, as if the call were not there
 */
export function syscalls(note: (line: string) => void, without: readonly OptionName[] = []) {
  const libc = loadLibc();
  const c = {
    socket: libc.func("int socket(int domain, int type, int protocol)"),
    setsockopt: libc.func("int setsockopt(int fd, int level, int name, void *value, uint32_t length)"),
    attachFilter: libc.func("int setsockopt(int fd, int level, int name, sock_fprog *program, uint32_t length)"),
    setAffinity: libc.func("int sched_setaffinity(int pid, uintptr_t size, void *mask)"),
    getsockopt: libc.func(
      "int getsockopt(int fd, int level, int name, _Out_ uint8_t *value, _Inout_ uint32_t *length)",
    ),
    bind: libc.func("int bind(int fd, void *address, uint32_t length)"),
    listen: libc.func("int listen(int fd, int backlog)"),
    connect: libc.func("int connect(int fd, void *address, uint32_t length)"),
    accept4: libc.func("int accept4(int fd, void *address, void *length, int flags)"),
    getsockname: libc.func("int getsockname(int fd, _Out_ uint8_t *address, _Inout_ uint32_t *length)"),
    getpeername: libc.func("int getpeername(int fd, _Out_ uint8_t *address, _Inout_ uint32_t *length)"),
    send: libc.func("intptr_t send(int fd, void *data, uintptr_t length, int flags)"),
    sendto: libc.func(
      "intptr_t sendto(int fd, void *data, uintptr_t length, int flags, void *address, uint32_t length2)",
    ),
    recv: libc.func("intptr_t recv(int fd, _Out_ uint8_t *data, uintptr_t length, int flags)"),
    shutdown: libc.func("int shutdown(int fd, int how)"),
    close: libc.func("int close(int fd)"),
    unshare: libc.func("int unshare(int flags)"),
    ioctl: libc.func("int ioctl(int fd, uintptr_t request, void *argument)"),
  };

  // errno belongs to the last call: read it before anything else runs.
  const called = (text: string, result: number): Outcome => {
    const outcome = result < 0 ? errnoName(koffi.errno()) : "OK";
    note(`${text} = ${result < 0 ? `-1 ${outcome}` : result}`);
    return outcome;
  };
  const quantity = (text: string, result: number): number | Outcome => {
    const outcome = result < 0 ? errnoName(koffi.errno()) : result;
    note(`${text} = ${result < 0 ? `-1 ${outcome}` : result}`);
    return outcome;
  };
  const leftOut = (option: OptionName): Outcome => (note(`${option} is left out`), "OK");
  const raw = (fd: number, name: OptionName, value: Buffer) =>
    c.setsockopt(fd, ...options[name], value, value.length) as number;
  const name = (call: "getsockname" | "getpeername", fd: number) => {
    const bytes = Buffer.alloc(28);
    const length = [bytes.length];
    const result = c[call](fd, bytes, length) as number;
    if (result < 0) return called(`${call}(${fd})`, result);
    const { host, port } = fromSockaddr(bytes);
    note(`${call}(${fd}) = ${at(host, port)}`);
    return { host, port };
  };

  const sys = {
    /** socket(2) and the setsockopt calls that the options ask for; throws when it fails. */
    socket(wanted: SocketOptions = {}): number {
      const type =
        (wanted.udp ? SOCK_DGRAM : SOCK_STREAM) |
        (wanted.inheritable ? 0 : SOCK_CLOEXEC) |
        (wanted.forNode ? SOCK_NONBLOCK : 0);
      const fd = c.socket(wanted.v6 ? AF_INET6 : AF_INET, type, 0) as number;
      const outcome = called(
        `socket(${wanted.v6 ? "AF_INET6" : "AF_INET"}, ${wanted.udp ? "SOCK_DGRAM" : "SOCK_STREAM"})`,
        fd,
      );
      if (outcome !== "OK") throw new Error(`socket: ${outcome}`);
      if (!wanted.forNode) {
        const bound = Buffer.alloc(16);
        bound.writeBigInt64LE(BigInt(timeout), 0);
        raw(fd, "SO_RCVTIMEO", bound);
        raw(fd, "SO_SNDTIMEO", bound);
      }
      if (wanted.reuseAddr) sys.set(fd, "SO_REUSEADDR", 1);
      if (wanted.reusePort) sys.set(fd, "SO_REUSEPORT", 1);
      if (wanted.noPort) sys.set(fd, "IP_BIND_ADDRESS_NO_PORT", 1);
      if (wanted.v6only) sys.set(fd, "IPV6_V6ONLY", 1);
      return fd;
    },
    set(fd: number, option: OptionName, value: number): Outcome {
      if (without.includes(option)) return leftOut(option);
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return called(`setsockopt(${fd}, ${option}, ${value})`, raw(fd, option, bytes));
    },
    get(fd: number, option: OptionName): number | Outcome {
      const bytes = Buffer.alloc(4);
      const result = c.getsockopt(fd, ...options[option], bytes, [4]) as number;
      return result < 0
        ? called(`getsockopt(${fd}, ${option})`, result)
        : (note(`getsockopt(${fd}, ${option}) = ${bytes.readInt32LE()}`), bytes.readInt32LE());
    },
    /** SO_LINGER on, with that many seconds. */
    linger(fd: number, seconds: number): Outcome {
      if (without.includes("SO_LINGER")) return leftOut("SO_LINGER");
      const bytes = Buffer.alloc(8);
      bytes.writeInt32LE(1, 0);
      bytes.writeInt32LE(seconds, 4);
      return called(`setsockopt(${fd}, SO_LINGER, {on, ${seconds} s})`, raw(fd, "SO_LINGER", bytes));
    },
    /** SO_ATTACH_REUSEPORT_CBPF with the program `return index`. */
    steer(fd: number, index: number): Outcome {
      if (without.includes("SO_ATTACH_REUSEPORT_CBPF")) return leftOut("SO_ATTACH_REUSEPORT_CBPF");
      const filter = [{ code: BPF_RET, jt: 0, jf: 0, k: index }];
      const result = c.attachFilter(fd, ...options.SO_ATTACH_REUSEPORT_CBPF, { len: 1, filter }, 16) as number;
      return called(`setsockopt(${fd}, SO_ATTACH_REUSEPORT_CBPF, return ${index})`, result);
    },
    /** Keeps this thread on the first CPU that it may use; the number of that CPU. */
    stayOnOneCpu(): number {
      const cpu = parseInt(
        /Cpus_allowed_list:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0",
        10,
      );
      const mask = Buffer.alloc(128);
      mask[cpu >> 3] = 1 << (cpu & 7);
      called(`sched_setaffinity(0, CPU ${cpu})`, c.setAffinity(0, mask.length, mask) as number);
      return cpu;
    },
    /** IP_ADD_MEMBERSHIP and IP_MULTICAST_IF on the loopback interface. */
    joinOnLoopback(fd: number, group: string): Outcome {
      raw(fd, "IP_MULTICAST_IF", Buffer.from(ipv4Bytes("127.0.0.1")));
      return called(
        `setsockopt(${fd}, IP_ADD_MEMBERSHIP, ${group})`,
        raw(fd, "IP_ADD_MEMBERSHIP", Buffer.from([...ipv4Bytes(group), ...ipv4Bytes("127.0.0.1")])),
      );
    },
    bind(fd: number, host: string, port: number): Outcome {
      const address = sockaddr(host, port);
      return called(`bind(${fd}, ${at(host, port)})`, c.bind(fd, address, address.length) as number);
    },
    listen(fd: number, backlog = 511): Outcome {
      return called(`listen(${fd}, ${backlog})`, c.listen(fd, backlog) as number);
    },
    connect(fd: number, host: string, port: number): Outcome {
      const address = sockaddr(host, port);
      return called(`connect(${fd}, ${at(host, port)})`, c.connect(fd, address, address.length) as number);
    },
    /** The new descriptor, or the name of the errno; EAGAIN when nothing came within the bound. */
    accept(fd: number): number | Outcome {
      return quantity(`accept(${fd})`, c.accept4(fd, null, null, SOCK_CLOEXEC) as number);
    },
    send(fd: number, data: string | number): number | Outcome {
      const bytes = typeof data === "number" ? Buffer.alloc(data) : Buffer.from(data);
      return quantity(
        `send(${fd}, ${bytes.length} bytes)`,
        c.send(fd, bytes, bytes.length, MSG_DONTWAIT | 0x4000) as number,
      );
    },
    sendto(fd: number, data: string, host: string, port: number): number | Outcome {
      const bytes = Buffer.from(data);
      const address = sockaddr(host, port);
      return quantity(
        `sendto(${fd}, ${bytes.length} bytes, ${at(host, port)})`,
        c.sendto(fd, bytes, bytes.length, MSG_DONTWAIT, address, address.length) as number,
      );
    },
    /** Bytes read, 0 at the end of the stream, or the name of the errno. */
    recv(fd: number, max = 65536, wait = true): number | Outcome {
      return quantity(`recv(${fd})`, c.recv(fd, Buffer.alloc(max), max, wait ? 0 : MSG_DONTWAIT) as number);
    },
    shutdown(fd: number, how: "SHUT_RD" | "SHUT_WR"): Outcome {
      return called(`shutdown(${fd}, ${how})`, c.shutdown(fd, how === "SHUT_RD" ? 0 : 1) as number);
    },
    close(fd: number): Outcome {
      return called(`close(${fd})`, c.close(fd) as number);
    },
    sockname: (fd: number) => name("getsockname", fd),
    peername: (fd: number) => name("getpeername", fd),
    /** The local port of a socket; 0 while it has none. */
    port(fd: number): number {
      const found = name("getsockname", fd);
      return typeof found === "string" ? 0 : found.port;
    },
    /** Moves this process into a network namespace of its own. */
    unshareNetwork: (): Outcome => called("unshare(CLONE_NEWNET)", c.unshare(0x40000000) as number),
    /** Gives an interface of this namespace one more IPv4 address, under a label such as `lo:1`: SIOCSIFADDR. */
    addAddress(label: string, host: string): Outcome {
      const fd = c.socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0) as number;
      const request = Buffer.alloc(40);
      request.write(label);
      sockaddr(host, 0).copy(request, 16);
      const outcome = called(`ioctl(SIOCSIFADDR, ${label}, ${host})`, c.ioctl(fd, 0x8916, request) as number);
      c.close(fd);
      return outcome;
    },
    /** Brings an interface of this namespace up: SIOCSIFFLAGS with IFF_UP and IFF_MULTICAST. */
    up(device: string): Outcome {
      const fd = c.socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0) as number;
      const request = Buffer.alloc(40);
      request.write(device);
      request.writeUInt16LE(0x1 | 0x1000, 16);
      const outcome = called(
        `ioctl(SIOCSIFFLAGS, ${device}, IFF_UP | IFF_MULTICAST)`,
        c.ioctl(fd, 0x8914, request) as number,
      );
      c.close(fd);
      return outcome;
    },
  };
  return sys;
}

function loadLibc() {
  try {
    return koffi.load("libc.so.6");
  } catch {
    return koffi.load(`libc.musl-${process.arch === "x64" ? "x86_64" : "aarch64"}.so.1`);
  }
}

function at(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
