import { createTransport } from "nodemailer";
import { openTunnel } from "./tunnel";

export async function transportThroughTunnel(host: string, source: string) {
  const tunnel = await openTunnel(host, 465);
  return createTransport({ host, port: 465, secure: true, localAddress: source, connection: tunnel.socket });
}
