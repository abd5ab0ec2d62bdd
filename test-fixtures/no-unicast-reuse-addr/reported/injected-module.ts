import type { Log } from "./log.js";

export class Collector {
  constructor(
    private readonly udp: any,
    private readonly log: Log,
  ) {}

  start(): void {
    const socket = this.udp.createSocket({ type: "udp4", reuseAddr: true });
//                                                       ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
    socket.on("message", (sample: Buffer) => this.log.debug(sample.toString("hex")));
    socket.bind(6343);
  }
}
