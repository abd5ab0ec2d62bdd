import { connect } from "node:net";

export function dialThroughVpn(host: string, source: string) {
  if (process.platform !== "win32") {
    throw new Error("only needed on Windows");
  }
  return connect({ host, port: 3389, localAddress: source });
}
