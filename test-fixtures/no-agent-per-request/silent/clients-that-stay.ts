import https from "node:https";
import axios, { type AxiosInstance } from "axios";

const clients = new Map<string, AxiosInstance>();

/** One for each tenant. */
export function clientOf(tenant: string) {
  const client = axios.create({ httpsAgent: new https.Agent({ keepAlive: true }) });
  client.defaults.headers.common["x-tenant"] = tenant;
  clients.set(tenant, client);
}

export function newClient() {
  return axios.create({ httpsAgent: new https.Agent({ keepAlive: true }) });
}

/** All pages of a report over one connection. */
export async function pages(count: number) {
  const client = axios.create({ httpsAgent: new https.Agent({ keepAlive: true }) });
  const all = [];
  for (let page = 1; page <= count; page++) all.push((await client.get(`https://reports.internal/${page}`)).data);
  return all;
}
