import { Pool } from "undici";

const pool = new Pool("http://10.0.3.2:8080", {
  connections: 64,
  pipelining: 1,
  localAddress: "10.0.3.9",
//^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});

export async function lookup(id: string): Promise<unknown> {
  const { body } = await pool.request({ method: "GET", path: `/items/${id}` });
  return body.json();
}
