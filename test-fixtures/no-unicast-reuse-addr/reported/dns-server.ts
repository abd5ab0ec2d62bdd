import { createSocket, type Socket } from "node:dgram";
import { decode, encode, type Question } from "./wire.js";
import type { Zone } from "./zone.js";

export class NameServer {
  private socket: Socket;

  constructor(
    private readonly zone: Zone,
    private readonly port = 53,
  ) {
    this.socket = createSocket({ type: "udp4", reuseAddr: true });
//                                             ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  }

  async start(): Promise<void> {
    this.socket.on("message", (packet, peer) => {
      const query = decode(packet);
      const answers = query.questions.flatMap((q: Question) => this.zone.lookup(q.name, q.type));
      this.socket.send(encode({ id: query.id, answers }), peer.port, peer.address);
    });
    await new Promise<void>((resolve, reject) => {
      this.socket.once("error", reject);
      this.socket.bind(this.port, () => {
        this.socket.off("error", reject);
        resolve();
      });
    });
  }

  stop(): void {
    this.socket.close();
  }
}
