import { Agent, request } from "undici";

export async function query(sql: string) {
  const dispatcher = new Agent({ headersTimeout: 60_000, bodyTimeout: 0 });
//                       ^^^^^ no-agent-per-request pool
  const { body } = await request("http://clickhouse:8123/", { method: "POST", body: sql, dispatcher });
  return body.json();
}
