import dgram from "node:dgram";

interface ReceiverSettings {
  port: number;
  multicastGroup?: string;
}

export class SacnReceiver {
  private readonly socket: dgram.Socket;

  constructor(private readonly settings: ReceiverSettings) {
    this.socket = dgram.createSocket({ type: "udp4" });
//                      ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  }

  start(onPacket: (packet: Buffer) => void): void {
    const { multicastGroup } = this.settings;
    this.socket.on("message", onPacket);
    this.socket.bind(this.settings.port, () => {
      if (multicastGroup !== undefined) this.socket.addMembership(multicastGroup);
    });
  }
}
