// Runs in a network namespace of its own, as a bundle: `scenario.mjs VERB …` prints one line of JSON, or holds sockets
// until its standard input ends.
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import dgram from "node:dgram";
import { createRequire } from "node:module";
import net from "node:net";
import type { PortState, Transport } from "../../src/ports/port.ts";
import { readPort, thisMachine } from "../../src/ports/read-port.ts";

const NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"];
const SELF = process.argv[1] as string;

/** What a reader sees, beside the process ids that were to be found. */
export interface Seen {
  pids: number[];
  state: PortState | null;
}

const holders: Record<string, () => Promise<unknown> | void> = {
  tcp: () => once(net.createServer().listen(3000), "listening"),
  local: () => once(net.createServer().listen(3000, "127.0.0.1"), "listening"),
  udp: () => once(dgram.createSocket({ type: "udp4", reuseAddr: true }).bind(5353), "listening"),
  reuseport: () => raw(true),
  bound: () => raw(false),
  /** Connections that the server closes first: their last state is the server's. */
  async closing() {
    const server = net.createServer((socket) => socket.end()).listen(3000, "127.0.0.1");
    await once(server, "listening");
    for (let i = 0; i < 5; i++) await once(net.connect(3000, "127.0.0.1").resume(), "close");
  },
  /** A connection whose listener is closed. */
  async connection() {
    const server = net.createServer().listen(3000, "127.0.0.1");
    await once(server, "listening");
    net.connect(3000, "127.0.0.1");
    await once(server, "connection");
    server.close();
  },
};

/** A socket that is bound with SO_REUSEPORT, and listens or not. Node.js 20 has no such option. */
function raw(listens: boolean): void {
  const koffi = createRequire(import.meta.url)(process.env["KOFFI"] as string) as typeof import("koffi");
  const libc = koffi.load("libc.so.6");
  const fd = libc.func("int socket(int, int, int)")(2, 1, 0) as number;
  libc.func("int setsockopt(int, int, int, void *, int)")(fd, 1, 15, Buffer.from(new Uint32Array([1]).buffer), 4);
  const address = Buffer.from([2, 0, 3000 >> 8, 3000 & 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  if (libc.func("int bind(int, void *, int)")(fd, address, 16) !== 0) throw new Error("bind fails");
  if (listens && libc.func("int listen(int, int)")(fd, 5) !== 0) throw new Error("listen fails");
}

/** Starts a process with a socket, and resolves when it has it. */
async function hold(kind: string, before: readonly string[] = []): Promise<ChildProcess> {
  const [command = "", ...args] = [...before, process.execPath, SELF, "hold", kind];
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

async function lookUp(transport: Transport, number: number, before: readonly string[]): Promise<PortState | null> {
  const [command = "", ...args] = [...before, process.execPath, SELF, "read", transport, String(number)];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk) => (text += String(chunk)));
  await once(child, "close");
  return JSON.parse(text) as PortState | null;
}

async function end(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  await once(child, "close");
}

const [verb, ...rest] = process.argv.slice(2);
if (verb === "read") {
  const source = thisMachine();
  const port = { transport: rest[0] as Transport, number: Number(rest[1]) };
  console.log(JSON.stringify(source && readPort(port, source)));
} else if (verb === "hold") {
  await holders[rest[0] as string]?.();
  console.log("held");
  process.stdin.resume().on("end", () => process.exit());
} else {
  // see TRANSPORT PORT READER HOLDER… [gone]: a holder with "nobody:" before it is another user's.
  const [transport, port, reader, ...kinds] = rest;
  const gone = kinds.at(-1) === "gone" && kinds.pop() !== undefined;
  const children: ChildProcess[] = [];
  for (const kind of kinds) {
    const [name = "", user] = kind.split(":").reverse();
    children.push(await hold(name, user === "nobody" ? NOBODY : []));
  }
  const pids = children.map(({ pid }) => pid as number);
  if (gone) for (const child of children.splice(0)) await end(child);
  const state = await lookUp(transport as Transport, Number(port), reader === "nobody" ? NOBODY : []);
  for (const child of children) await end(child);
  console.log(JSON.stringify({ pids, state } satisfies Seen));
}
