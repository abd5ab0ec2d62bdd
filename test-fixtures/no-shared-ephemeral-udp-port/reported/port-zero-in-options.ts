import { createSocket } from "node:dgram";

export class RtpSession {
  private readonly socket = createSocket({ type: "udp4", reuseAddr: true });
//                                                       ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared

  constructor(private readonly onPacket: (packet: Buffer) => void) {}

  open(address: string): Promise<number> {
    this.socket.on("message", this.onPacket);
    return new Promise((resolve, reject) => {
      this.socket.once("error", reject);
      this.socket.bind({ port: 0, address }, () => resolve(this.socket.address().port));
    });
  }

  close(): void {
    this.socket.close();
  }
}
