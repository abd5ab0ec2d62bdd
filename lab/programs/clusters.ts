/** Cluster workers and threads. */
import type { SocketCall } from "../../rules/src/syscalls/index.ts";
import type { RuntimeName } from "../runtimes-cache.ts";
import { all, literal, loopback, three, yes, type Options, type RuntimeProgram } from "./program.ts";

/** One worker and its primary; the worker makes the call. */
export function clustered(
  id: string,
  act: string,
  call: SocketCall,
  before = "",
  runtimes: readonly RuntimeName[] = all,
): RuntimeProgram {
  const source = `import cluster from "node:cluster"; import net from "node:net"; import dgram from "node:dgram";
${before}
const end = () => process.exit();
if (cluster.isPrimary) cluster.fork().on("exit", end);
else ${act}`;
  return { id, source, call: { ...call, clusterRole: "worker" }, runtimes };
}

const listen: SocketCall = { api: "net.Server#listen", op: "listen", transport: "tcp", port: three };
const bind: SocketCall = { api: "dgram.Socket#bind", op: "bind", transport: "udp", port: three };

export const clusters = [
  clustered("cluster listen", "net.createServer().listen(3000, end);", listen),
  clustered("cluster listen on a host", `net.createServer().listen(3000, "127.0.0.1", end);`, {
    ...listen,
    host: loopback,
  }),
  clustered(
    "cluster listen, shared handle",
    "net.createServer().listen(3000, end);",
    { ...listen, schedulingPolicy: "none" },
    "cluster.schedulingPolicy = cluster.SCHED_NONE;",
  ),
  clustered("cluster listen with exclusive", "net.createServer().listen({ port: 3000, exclusive: true }, end);", {
    ...listen,
    exclusive: yes,
  }),
  clustered("cluster listen with reusePort", "net.createServer().listen({ port: 3000, reusePort: true }, end);", {
    ...listen,
    reusePort: yes,
  }),
  clustered("cluster udp bind", `dgram.createSocket("udp4").bind(3000, end);`, bind),
  clustered(
    "cluster udp bind with exclusive",
    `dgram.createSocket("udp4").bind({ port: 3000, exclusive: true }, end);`,
    { ...bind, exclusive: yes },
  ),
  clustered(
    "cluster udp bind with reusePort",
    `dgram.createSocket({ type: "udp4", reusePort: true }).bind(3000, end);`,
    { ...bind, reusePort: yes },
  ),
];

export const threads: RuntimeProgram[] = [{}, { reusePort: yes }].map((options: Options) => ({
  id: `worker_threads listen${options.reusePort ? " with reusePort" : ""}`,
  source: `import { Worker } from "node:worker_threads";
new Worker(\`const server = require("node:net").createServer();
server.listen(${literal({ port: three, host: loopback, ...options })}, () => server.close());\`, { eval: true });`,
  call: { ...listen, host: loopback, ...options },
  runtimes: all,
}));
