import net from "node:net";
import { onPeer, onShell } from "./sockets";

export function open(): net.Server[] {
  const peers = net.createServer(onPeer);
  const shell = net.createServer(onShell);
  peers.listen({ host: "0.0.0.0", port: 5800, reusePort: true });
  //                                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  shell.listen({ host: "127.0.0.1", port: 5800 });
  //    ^^^^^^ no-mixed-reuse-port mixed
  return [peers, shell];
}
