import dgram from "node:dgram";
import { networkInterfaces } from "node:os";

const GROUP = "239.192.7.7";

export class Beacon {
  #socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

  start(port: number): void {
    this.#socket.on("listening", () => this.#join());
    this.#socket.bind(port);
  }

  #join(): void {
    for (const address of Object.values(networkInterfaces()).flat()) {
      if (address?.family === "IPv4") this.#socket.addMembership(GROUP, address.address);
    }
  }
}
