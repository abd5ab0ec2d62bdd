import { Client } from "undici";

const ORIGIN = "http://search:9200";

export default async function search(term) {
  const client = new Client(ORIGIN);
//                   ^^^^^^ no-agent-per-request pool
  const { body } = await client.request({ path: `/_search?q=${encodeURIComponent(term)}`, method: "GET" });
  return body.json();
}
