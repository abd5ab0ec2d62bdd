import cluster from "node:cluster";
import dgram from "node:dgram";
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { descriptorOf, errorName, thrown } from "./node.ts";
import type { Lab } from "./lab.ts";

/** What a worker is asked to open. */
export interface Order {
  readonly options: object;
  readonly udp?: boolean;
  readonly reuseAddr?: boolean;
  /** A multicast group that the UDP socket joins on loopback once it is bound. */
  readonly join?: string;
  /** Listen on a descriptor of the worker itself, of a server that listens on the options. */
  readonly ownFd?: boolean;
}

export interface Started {
  readonly outcome: string;
  readonly port: number;
  readonly worker: import("node:cluster").Worker;
}

/** What a worker runs: opens what it is asked for, tells the outcome, and answers connections with its id. */
export function serveAsWorker([text = "{}"]: readonly string[]): void {
  const { options, udp, reuseAddr = false, join, ownFd } = JSON.parse(text) as Order;
  const tell = (outcome: string, port = 0) => process.send?.({ outcome, port });
  if (udp) {
    const socket = dgram.createSocket({ type: "udp4", reuseAddr });
    socket
      .on("message", (_, { port, address }) => socket.send(String(process.pid), port, address))
      .once("error", (error) => tell(errorName(error)))
      .once("listening", () => {
        const joined = join === undefined ? "OK" : thrown(() => socket.addMembership(join, "127.0.0.1"));
        tell(joined, socket.address().port);
      });
    socket.bind(options);
    return;
  }
  const server = createServer((socket) => socket.on("error", () => {}).end(String(process.pid)));
  server
    .once("error", (error) => tell(errorName(error)))
    .once("listening", () => tell("OK", (server.address() as AddressInfo).port));
  if (!ownFd) return void server.listen(options);
  const own = createServer().listen({ ...options, exclusive: true }, () => server.listen({ fd: descriptorOf(own) }));
}

/** Makes this process a cluster primary and starts a worker with that order. */
export async function startWorker(lab: Lab, order: Order): Promise<Started> {
  cluster.setupPrimary({
    exec: process.argv[1] as string,
    args: ["cluster-worker", JSON.stringify(order)],
    execArgv: ["--no-warnings"],
    silent: true,
  });
  const worker = cluster.fork();
  lab.onEnd(() => worker.process.kill("SIGKILL"));
  const [{ outcome, port }] = (await once(worker, "message")) as [{ outcome: string; port: number }];
  lab.note(
    `worker ${worker.id}: ${order.udp ? "bind" : "listen"}(${JSON.stringify(order.options)}): ${outcome}${port > 0 ? `, port ${port}` : ""}`,
  );
  return { outcome, port, worker };
}

/** Connects and gives what the server says, or the name of the error. */
export function ask(port: number): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    connect({ host: "127.0.0.1", port })
      .on("data", (chunk) => (text += String(chunk)))
      .on("end", () => resolve(text))
      .on("error", (error) => resolve(errorName(error)));
  });
}
