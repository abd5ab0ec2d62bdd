import { Client } from "pg";

export async function migrate(from: string): Promise<void> {
  const config = { host: "db.internal", port: 5432, database: "app", localAddress: from };
//                                                                   ^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  const client = new Client(config);
  await client.connect();
  try {
    await client.query("select run_migrations()");
  } finally {
    await client.end();
  }
}
