import { fetch, ProxyAgent } from "undici";

const PROXY = process.env["HTTPS_PROXY"] ?? "http://proxy.internal:3128";

export class Downloader {
  async load(url: string) {
    const response = await fetch(url, { dispatcher: new ProxyAgent(PROXY) });
//                                                      ^^^^^^^^^^ no-agent-per-request pool
    return response.text();
  }
}
