import { connect, type TLSSocket } from "node:tls";
import type { PeerConfig } from "./config";

export function dial(peer: PeerConfig): TLSSocket {
  const socket = connect({
    host: peer.host,
    port: peer.port,
    servername: peer.name,
    localAddress: peer.bindAddress,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
    ca: peer.ca,
  });
  socket.setNoDelay(true);
  return socket;
}
