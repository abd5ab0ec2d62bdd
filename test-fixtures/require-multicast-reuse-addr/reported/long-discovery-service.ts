import dgram, { type RemoteInfo, type Socket } from "node:dgram";
import { EventEmitter } from "node:events";
import { hostname } from "node:os";

const GROUP = "239.77.1.9";
const PORT = 47_808;
const INTERVAL = 10_000;

interface Peer {
  name: string;
  lastSeen: number;
}

export class DiscoveryService extends EventEmitter {
  readonly #peers = new Map<string, Peer>();
  #socket: Socket | null = null;
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    this.#socket = dgram.createSocket("udp4");
//                       ^^^^^^^^^^^^ require-multicast-reuse-addr missing
    this.#socket.on("error", (error) => this.emit("error", error));
    this.#socket.on("message", (message, peer) => this.#seen(message, peer));
    this.#socket.bind(PORT, () => {
      this.#socket?.addMembership(GROUP);
      this.#socket?.setMulticastLoopback(true);
      this.#timer = setInterval(() => this.#announce(), INTERVAL);
      this.#announce();
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #announce(): void {
    this.#socket?.send(JSON.stringify({ name: hostname() }), PORT, GROUP);
  }

  #seen(message: Buffer, { address }: RemoteInfo): void {
    const { name } = JSON.parse(message.toString("utf8")) as { name: string };
    const known = this.#peers.has(address);
    this.#peers.set(address, { name, lastSeen: Date.now() });
    if (!known) this.emit("peer", name, address);
  }
}
