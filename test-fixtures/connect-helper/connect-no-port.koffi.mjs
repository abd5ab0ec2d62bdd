// @ts-nocheck: what is exported has its types, in JSDoc; the inside needs none.
/**
 * Outgoing TCP connections from a source address of your choice, without paying a whole local port for each.
 *
 * With `localAddress` alone, bind() has to settle the port before the kernel knows the destination, so all connections
 * from one address share one port range (net.ipv4.ip_local_port_range), and when it is full the next one fails with
 * EADDRINUSE. IP_BIND_ADDRESS_NO_PORT, see ip(7), leaves the port to connect(), which may use the same one again for
 * every other destination.
 *
 * Needs koffi (npm install koffi), a native addon: with --permission, also --allow-addons. Node.js 20 and later.
 * The option is Linux's (4.2 and later); on other systems this is `localAddress` and nothing more.
 */
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { getSystemErrorName } from "node:util";
import koffi from "koffi";

const AF_INET = 2;
const AF_INET6 = 10;
const SOCK_STREAM = 1;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const IPPROTO_IP = 0;
const IP_BIND_ADDRESS_NO_PORT = 24;

/**
 * Connects to `host`:`port` from `localAddress`. What the connection meets on its way (ECONNREFUSED, EADDRNOTAVAIL when
 * even so no port is left) comes as an 'error' event, as from net.connect().
 *
 * @param {string} localAddress IP address of this machine.
 * @param {import("node:net").NetConnectOpts & { host: string, port: number }} options As for net.connect(). `host` is
 *   an IP address of the same family: a name would have to be resolved first, and by then the socket has begun to read.
 * @returns {import("node:net").Socket}
 * @throws {TypeError} when an address is a name or of the wrong family.
 * @throws {NodeJS.ErrnoException} when the system refuses the socket; EADDRNOTAVAIL: `localAddress` is not of this machine.
 */
export function connectFrom(localAddress, options) {
  const family = net.isIP(localAddress);
  if (family === 0) throw new TypeError(`localAddress has to be an IP address: ${localAddress}`);
  if (net.isIP(options.host) !== family) throw new TypeError(`host has to be an IPv${family} address, as localAddress is: ${options.host}`);
  if (process.platform !== "linux") return net.connect({ ...options, localAddress });

  const fd = boundSocket(localAddress, family);
  let socket;
  try {
    socket = new net.Socket({ ...options, fd, readable: true, writable: true });
  } catch (error) {
    libc().close(fd); // until the constructor returns, nobody else will
    throw error;
  }
  if (options.timeout) socket.setTimeout(options.timeout);
  try {
    // In this very tick: the socket reads already, and reading before connecting is ENOTCONN.
    return socket.connect({ host: options.host, port: options.port });
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/**
 * An agent for http: whose connections leave from `localAddress`. Host names are resolved to the family of that
 * address. A `localAddress` among the options of the agent or of a request has no effect.
 *
 * @param {string} localAddress
 * @param {import("node:http").AgentOptions} [options] As for http.Agent; `keepAlive` spares the most ports of all.
 * @returns {import("node:http").Agent}
 */
export function createAgent(localAddress, options) {
  return new (class extends http.Agent {
    createConnection(target, callback) {
      if (target.socketPath) return super.createConnection(target, callback);
      resolveAndConnect(localAddress, target, callback);
    }
  })(options);
}

/**
 * The same for https:.
 *
 * @param {string} localAddress
 * @param {import("node:https").AgentOptions} [options] As for https.Agent.
 * @returns {import("node:https").Agent}
 */
export function createSecureAgent(localAddress, options) {
  return new (class extends https.Agent {
    createConnection(target, callback) {
      if (target.socketPath) return super.createConnection(target, callback);
      resolveAndConnect(localAddress, target, (error, socket) => {
        if (error) return callback(error);
        let secure;
        try {
          secure = super.createConnection({ ...target, socket }); // tls.connect(), with the agent's session cache
        } catch (reason) {
          socket.destroy();
          return callback(reason);
        }
        callback(null, secure);
      });
    }
  })(options);
}

function resolveAndConnect(localAddress, target, callback) {
  const connect = (error, host) => {
    let socket;
    try {
      if (error) throw error;
      socket = connectFrom(localAddress, { ...target, host });
    } catch (reason) {
      return callback(reason);
    }
    callback(null, socket);
  };
  if (net.isIP(target.host)) connect(null, target.host);
  else (target.lookup ?? dns.lookup)(target.host, { family: net.isIP(localAddress) }, connect);
}

/** A socket with the option set and then bound to the address, in this order: after bind() the option has no effect. */
function boundSocket(address, family) {
  const { socket, setsockopt, bind, close } = libc();
  const domain = family === 6 ? AF_INET6 : AF_INET;
  const name = sockaddr(address, domain);
  // Without SOCK_CLOEXEC every child process would inherit the connection.
  const fd = checked("socket", socket(domain, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), address);
  try {
    const on = Buffer.from(Uint32Array.of(1).buffer);
    checked("setsockopt", setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, on, on.length), address); // IPv6 sockets too
    checked("bind", bind(fd, name, name.length), address);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
}

/** struct sockaddr_in or sockaddr_in6, port 0. Family and scope are in the byte order of the machine. */
function sockaddr(address, domain) {
  const [text, zone] = address.split("%");
  const bytes = Buffer.alloc(domain === AF_INET6 ? 28 : 16);
  new Uint16Array(bytes.buffer, bytes.byteOffset, 1)[0] = domain;
  libc().inet_pton(domain, text, bytes.subarray(domain === AF_INET6 ? 8 : 4));
  if (zone) new Uint32Array(bytes.buffer, bytes.byteOffset + 24, 1)[0] = Number(zone) || libc().if_nametoindex(zone);
  return bytes;
}

/** The result of a call, or its error. To be called at once: the next call into the system may change errno. */
function checked(syscall, result, address) {
  if (result !== -1) return result;
  const errno = -libc().errno();
  const code = getSystemErrorName(errno);
  throw Object.assign(new Error(`${syscall} ${code} ${address}`), { errno, code, syscall, address });
}

let loaded;

/** The C library that Node itself runs with (null: no file to name, glibc or musl), loaded when first needed. */
function libc() {
  if (loaded) return loaded;
  const library = koffi.load(null);
  return (loaded = {
    socket: library.func("int socket(int, int, int)"),
    setsockopt: library.func("int setsockopt(int, int, int, void *, unsigned int)"),
    bind: library.func("int bind(int, void *, unsigned int)"),
    close: library.func("int close(int)"),
    inet_pton: library.func("int inet_pton(int, const char *, void *)"),
    if_nametoindex: library.func("unsigned int if_nametoindex(const char *)"),
    errno: () => koffi.errno(),
  });
}
