import dgram from "node:dgram";
export class Bus {
  private readonly socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  open(port: number, done: () => void): void {
    this.socket.bind(port, done);
  }
  join(group: string): void {
    this.socket.addMembership(group);
  }
}
