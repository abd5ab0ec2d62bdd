/** Calls as they are written, for runtimes that differ: in what they take, what they drop, and where they fail. */
import type { RuntimeName } from "../runtimes-cache.ts";
import { alone, towards, type CallShape } from "./call-shapes.ts";

/** With the runtimes that the program is traced with, where they are installed. */
export interface ShapeEverywhere extends CallShape {
  runtimes: readonly RuntimeName[];
}

export const nodes = ["node-20", "node-26"] as const;
export const every = [...nodes, "bun", "deno"] as const;
export const on =
  (runtimes: readonly RuntimeName[]) =>
  (id: string, body: string): ShapeEverywhere => ({ ...alone(id, body), runtimes });
export const to4 =
  (runtimes: readonly RuntimeName[]) =>
  (id: string, call: string): ShapeEverywhere => ({ id, source: towards(`4000, "127.0.0.1"`, call), runtimes });
const inWorker = (id: string, call: string): ShapeEverywhere =>
  on(every)(id, `if (cluster.isPrimary) cluster.fork().on("exit", end);\nelse ${call}; // ⇐`);
export const native = (runtime: "bun" | "deno", id: string, call: string): ShapeEverywhere => ({
  id,
  source: `${call} // ⇐\nsetTimeout(() => process.exit(), 50);`,
  runtimes: [runtime],
});
const toNative = (runtime: "bun" | "deno", id: string, server: string, call: string): ShapeEverywhere => ({
  ...native(runtime, id, call),
  source: `${server}\nawait ${call}; // ⇐\nsetTimeout(() => process.exit(), 50);`,
});

const agentCall = (options: string) => `http.get({ host: "127.0.0.1", port: 4000, ${options} })`;

export const shapesEverywhere: readonly ShapeEverywhere[] = [
  on(every)("listen(port, host, callback)", `http.createServer().listen(3000, "127.0.0.1", end); // ⇐`),
  on(every)("listen with a backlog", `net.createServer().listen({ port: 3000, host: "::1", backlog: 7 }, end); // ⇐`),
  on(every)("ipv6Only without a host", `net.createServer().listen({ port: 3000, ipv6Only: true }, end); // ⇐`),
  on(every)("ipv6Only on ::", `net.createServer().listen({ port: 3000, host: "::", ipv6Only: true }, end); // ⇐`),
  on(every)("reusePort", `net.createServer().listen({ port: 3000, host: "127.0.0.1", reusePort: true }, end); // ⇐`),
  on(every)(
    "options that are spread",
    `const base = { port: 1, host: "127.0.0.1" };\nnet.createServer().listen({ ...base, port: 3000 }, end); // ⇐`,
  ),
  on(every)("listen(path)", `net.createServer().listen("./own.sock", end); // ⇐`),
  on(every)("listen(path, backlog)", `net.createServer().listen("./own.sock", 16, end); // ⇐`),
  on(every)("datagrams of udp6", `dgram.createSocket("udp6").bind(3000, end); // ⇐`),
  on(every)(
    "a datagram socket with reuseAddr",
    `dgram.createSocket({ type: "udp4", reuseAddr: true }).bind({ port: 3000, address: "127.0.0.1" }, end); // ⇐`,
  ),
  on(["node-20", "node-26", "bun"])(
    "an address that is not of the datagram socket's family",
    `dgram.createSocket("udp4").on("error", end).bind(3000, "::1", end); // ⇐`,
  ),
  on(nodes)(
    "addSourceSpecificMembership, unbound",
    `const socket = dgram.createSocket("udp4");\nsocket.addSourceSpecificMembership("127.0.0.1", "232.1.1.1", "127.0.0.1"); end(); // ⇐`,
  ),
  inWorker("worker: net", `net.createServer().listen(3000, () => process.exit())`),
  inWorker("worker: http", `http.createServer().listen(3000, "127.0.0.1", () => process.exit())`),
  inWorker("worker: https", `https.createServer({}).listen(3000, "127.0.0.1", () => process.exit())`),
  inWorker("worker: tls", `tls.createServer({}).listen(3000, "127.0.0.1", () => process.exit())`),
  inWorker("worker: http2 with TLS", `http2.createSecureServer({}).listen(3000, "127.0.0.1", () => process.exit())`),
  inWorker(
    "worker: http with exclusive",
    `http.createServer().listen({ port: 3000, host: "127.0.0.1", exclusive: true }, () => process.exit())`,
  ),
  inWorker("worker: datagrams", `dgram.createSocket("udp4").bind(3000, "127.0.0.1", () => process.exit())`),
  to4(every)("localAddress", `net.connect({ port: 4000, host: "127.0.0.1", localAddress: "127.0.0.9" })`),
  to4(every)("localPort", `net.connect({ port: 4000, host: "127.0.0.1", localPort: 5005 })`),
  to4(every)("localPort 0", `net.connect({ port: 4000, host: "127.0.0.1", localPort: 0 })`),
  to4(every)(
    "localAddress of the other family than the host",
    `net.connect({ port: 4000, host: "127.0.0.1", localAddress: "::1" })`,
  ),
  to4([...nodes, "bun"])("an agent's localAddress", agentCall(`agent: new http.Agent({ localAddress: "127.0.0.9" })`)),
  to4([...nodes, "bun"])("agent: false", agentCall(`agent: false, localAddress: "127.0.0.9"`)),
  to4(nodes)(
    "an agent's localAddress beside the request's",
    agentCall(`agent: new http.Agent({ localAddress: "127.0.0.9" }), localAddress: "127.0.0.8"`),
  ),
  { id: "connect(path)", source: towards(`"./server.sock"`, `net.connect("./server.sock")`), runtimes: every },
  native("bun", "Bun.serve", `Bun.serve({ port: 3000, fetch: () => new Response() });`),
  native("bun", "Bun.serve on a path", `Bun.serve({ unix: "./own.sock", fetch: () => new Response() });`),
  native("bun", "Bun.udpSocket", `await Bun.udpSocket({ hostname: "127.0.0.1", port: 3000 });`),
  toNative(
    "bun",
    "Bun.connect",
    `Bun.listen({ hostname: "127.0.0.1", port: 4000, socket: { data() {} } });`,
    `Bun.connect({ hostname: "127.0.0.1", port: 4000, socket: { data() {} } })`,
  ),
  toNative(
    "bun",
    "Bun.connect to a path",
    `Bun.listen({ unix: "./server.sock", socket: { data() {} } });`,
    `Bun.connect({ unix: "./server.sock", socket: { data() {} } })`,
  ),
  native("deno", "Deno.listen", `Deno.listen({ port: 3000 });`),
  native("deno", "Deno.listen with a backlog", `Deno.listen({ port: 3000, hostname: "127.0.0.1", tcpBacklog: 5 });`),
  native("deno", "Deno.listen on a path", `Deno.listen({ transport: "unix", path: "./own.sock" });`),
  native("deno", "Deno.serve", `Deno.serve({ port: 3000, hostname: "127.0.0.1" }, () => new Response());`),
  native("deno", "Deno.listenDatagram", `Deno.listenDatagram({ port: 3000, transport: "udp" });`),
  toNative(
    "deno",
    "Deno.connect",
    `Deno.listen({ hostname: "127.0.0.1", port: 4000 });`,
    `Deno.connect({ hostname: "127.0.0.1", port: 4000 })`,
  ),
  toNative(
    "deno",
    "Deno.connect to a path",
    `Deno.listen({ transport: "unix", path: "./server.sock" });`,
    `Deno.connect({ transport: "unix", path: "./server.sock" })`,
  ),
];
