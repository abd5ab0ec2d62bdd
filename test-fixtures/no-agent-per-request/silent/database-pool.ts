import { Client, Pool } from "pg";

export async function count(table: string) {
  const client = new Client();
  await client.connect();
  const { rows } = await client.query(`select count(*) from ${table}`);
  return rows;
}

export const query = (sql: string) => new Pool().query(sql);
