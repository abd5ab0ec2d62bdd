import got from "got";
import { HttpProxyAgent, HttpsProxyAgent } from "hpagent";

const proxy = process.env.HTTPS_PROXY ?? "http://127.0.0.1:3128";
const agents = { http: new HttpProxyAgent({ proxy }), https: new HttpsProxyAgent({ proxy }) };

export const inline = (url: string) => got(url, { localAddress: process.env.EGRESS_IP, agent: { https: new HttpsProxyAgent({ proxy }) } });
export const named = (url: string) => got(url, { localAddress: process.env.EGRESS_IP, agent: agents });
