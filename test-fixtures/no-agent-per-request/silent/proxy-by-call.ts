import { fetch, ProxyAgent } from "undici";

export const through = (proxy: string, url: string) => fetch(url, { dispatcher: new ProxyAgent(proxy) });
