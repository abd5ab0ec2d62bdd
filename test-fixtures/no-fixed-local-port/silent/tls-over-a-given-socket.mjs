import tls from "node:tls";

export function startTls(socket, servername) {
  return tls.connect({ socket, servername, localPort: 9000 });
}
