import dgram from "node:dgram";

export class GameServer {
  private readonly players = new Map<string, number>();
  private readonly socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                             ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast

  listen(): void {
    this.socket.on("message", (_state, peer) => {
      this.players.set(`${peer.address}:${peer.port}`, Date.now());
    });
    this.socket.bind(27015);
  }
}
