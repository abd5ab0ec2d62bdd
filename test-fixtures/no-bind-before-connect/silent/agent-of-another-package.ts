import https from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";

const agent = new HttpsProxyAgent("http://proxy.example.net:3128");

export function viaProxy(host: string, localAddress: string) {
  return https.request({ host, path: "/", agent, localAddress });
}
