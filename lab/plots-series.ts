/**
 * Records one of the series that the pictures are drawn from, in the network
 * namespace it is started in, and prints it as JSON: `node plots-series.ts NAME`.
 * Every loop is bounded and every address is loopback.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect as netConnect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Closing, Destinations, Growing, Restart, Shares } from "./plots-data.ts";
import { tcpTable, writeSysctl } from "./proc.ts";
import { syscalls, type SocketOptions } from "./syscalls.ts";

const sys = syscalls(() => {});

const host = "127.0.0.1";
const serverPort = 3000;

/** How many connections each way of connecting reaches, with a range of ten ports and one to five destinations. */
function destinations(): Destinations[] {
  const ports = 10;
  writeSysctl("net.ipv4.ip_local_port_range", `40000 ${40000 + ports - 1}`);
  const most = 5;
  const rows: Destinations[] = [];
  for (const remedy of ["bind", "no-port", "no-bind"] as const) {
    for (let count = 1; count <= most; count++) {
      const listeners = Array.from({ length: count }, (_, index) => listener(50000 + index));
      const connected: number[] = [];
      for (let index = 0; index < count; index++) {
        // One more than the range holds: the last one has to fail.
        for (let attempt = 0; attempt <= ports; attempt++) {
          const fd = connectFrom(remedy, 50000 + index);
          if (fd === null) break;
          connected.push(fd);
        }
      }
      rows.push({ remedy, destinations: count, ports, connections: connected.length });
      // Closing a listener resets what waits in its queue: no TIME_WAIT holds a port in the next round.
      closeAll(listeners, connected);
    }
  }
  return rows;
}

function connectFrom(remedy: Destinations["remedy"], port: number): number | null {
  const fd = sys.socket({ noPort: remedy === "no-port" });
  const bound = remedy === "no-bind" ? "OK" : sys.bind(fd, host, 0);
  if (bound === "OK" && sys.connect(fd, host, port) === "OK") return fd;
  sys.close(fd);
  return null;
}

/** How a thousand connections fall on the listeners of reuseport groups of two, four and eight. */
function shares(): Shares[] {
  return [2, 4, 8].flatMap((group) => {
    const listeners = Array.from({ length: group }, () => listener(serverPort, { reusePort: true }));
    const clients = connectMany(1000);
    const counts = listeners.map((listening) => {
      let connections = 0;
      for (let fd = sys.accept(listening); typeof fd === "number"; fd = sys.accept(listening)) {
        connections++;
        sys.close(fd);
      }
      return connections;
    });
    closeAll(clients, listeners);
    return counts.map((connections, index) => ({ group, listener: index + 1, connections }));
  });
}

/** What becomes of 200 queued connections when one of four listeners closes, with tcp_migrate_req off and on. */
async function closing(): Promise<Closing[]> {
  const rows: Closing[] = [];
  for (const migrate of [0, 1] as const) {
    writeSysctl("net.ipv4.tcp_migrate_req", migrate);
    const listeners = Array.from({ length: 4 }, () => listener(serverPort, { reusePort: true }));
    const clients = connectMany(200);
    sys.close(listeners.shift()!);
    await sleep(300);
    const lost = clients.filter((fd) => sys.recv(fd, 1, false) === "ECONNRESET").length;
    rows.push({ migrate, listeners: 4, queued: clients.length, lost });
    closeAll(clients, listeners);
    await sleep(300);
  }
  return rows;
}

function connectMany(count: number): number[] {
  return Array.from({ length: count }, () => {
    const fd = sys.socket();
    must("connect", sys.connect(fd, host, serverPort));
    return fd;
  });
}

/** How many of 400 UDP flows reach another socket after a group has grown by one. */
function growing(): Growing[] {
  const flows = Array.from({ length: 400 }, () => {
    const fd = sys.socket({ udp: true });
    must("connect", sys.connect(fd, host, serverPort));
    return fd;
  });
  const group: number[] = [];
  const rows: Growing[] = [];
  let before: number[] = [];
  for (let size = 1; size <= 8; size++) {
    const fd = sys.socket({ udp: true, reusePort: true });
    must("bind", sys.bind(fd, host, serverPort));
    group.push(fd);
    const after = flows.map((flow) => receiverOf(flow, group));
    if (size > 1)
      rows.push({
        from: size - 1,
        to: size,
        flows: flows.length,
        moved: after.filter((socket, flow) => socket !== before[flow]).length,
      });
    before = after;
  }
  closeAll(flows, group);
  return rows;
}

function receiverOf(flow: number, group: readonly number[]): number {
  sys.send(flow, 1);
  const index = group.findIndex((fd) => sys.recv(fd, 1, false) === 1);
  if (index < 0) throw new Error("a datagram on loopback reached no socket of the group");
  return index;
}

/** A Node server is killed with a connection open; every half second: what the port's sockets are in, and who may bind. */
async function restart(): Promise<Restart> {
  const server = spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import net from "node:net"; net.createServer((socket) => socket.on("error", () => {})).listen(${serverPort}, "0.0.0.0", () => console.log("up"));`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    await once(server.stdout, "data");
    const client = netConnect({ host, port: serverPort, allowHalfOpen: true }).on("error", () => {});
    await once(client, "connect");
    // Far enough apart to be seen beside the minute that TIME_WAIT takes.
    const events = { kill: 12, clientClose: 24 };
    const samples: Restart["samples"] = [];
    const start = performance.now();
    for (let tick = 0; tick <= 180; tick++) {
      const seconds = tick / 2;
      await sleep(Math.max(0, start + seconds * 1000 - performance.now()));
      samples.push({
        seconds,
        state: stateOfServerSide(),
        plain: tryListen({}),
        reuseAddr: tryListen({ reuseAddr: true }),
      });
      if (seconds === events.kill) server.kill("SIGKILL");
      if (seconds === events.clientClose) client.destroy();
    }
    return { ...events, samples };
  } finally {
    server.kill("SIGKILL");
  }
}

/** Null, or the error of bind() or listen() on the server's port. */
function tryListen(options: SocketOptions): string | null {
  const fd = sys.socket(options);
  const bound = sys.bind(fd, "0.0.0.0", serverPort);
  const outcome = bound === "OK" ? sys.listen(fd) : bound;
  sys.close(fd);
  return outcome === "OK" ? null : outcome;
}

/** The connection's state on the server's port; null when the kernel has none there. */
function stateOfServerSide(): string | null {
  return tcpTable().find((entry) => entry.localPort === serverPort && entry.state !== "LISTEN")?.state ?? null;
}

/** A non-blocking listener with room for all that these recordings connect. */
function listener(port: number, options: SocketOptions = {}): number {
  const fd = sys.socket({ ...options, forNode: true });
  must("bind", sys.bind(fd, host, port));
  must("listen", sys.listen(fd, 4096));
  return fd;
}

function closeAll(...groups: readonly number[][]): void {
  for (const fd of groups.flat()) sys.close(fd);
}

function must(call: string, outcome: string): void {
  if (outcome !== "OK") throw new Error(`${call}: ${outcome}`);
}

const series = { destinations, shares, closing, growing, restart };
sys.up("lo");
const name = process.argv[2] ?? "";
if (!Object.hasOwn(series, name)) throw new Error(`"${name}" is none of ${Object.keys(series).join(", ")}`);
console.log(JSON.stringify(await series[name as keyof typeof series]()));
