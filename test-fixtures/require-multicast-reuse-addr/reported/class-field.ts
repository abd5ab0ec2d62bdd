import { createSocket, type Socket } from "node:dgram";

export class KnxRouting {
  private socket: Socket = createSocket("udp4");
//                         ^^^^^^^^^^^^ require-multicast-reuse-addr missing

  constructor(private readonly group = "224.0.23.12") {}

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.bind(3671, resolve));
    this.socket.addMembership(this.group);
  }

  close(): void {
    this.socket.dropMembership(this.group);
    this.socket.close();
  }
}
