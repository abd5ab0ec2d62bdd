import { Socket } from "node:net";

export class Uplink {
  private socket: Socket | null = null;

  constructor(private readonly host: string, private readonly port: number, private readonly iface: string) {}

  open(): void {
    this.socket = new Socket();
    this.socket.on("close", () => setTimeout(() => this.open(), 1_000));
    this.socket.connect({ host: this.host, port: this.port, localAddress: this.iface });
    //                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  }
}
