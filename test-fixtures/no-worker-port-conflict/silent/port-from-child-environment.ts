import { fork } from "node:child_process";
import { createServer } from "node:http";

if (process.env.SHARD_PORT) {
  const port = Number(process.env.SHARD_PORT);
  createServer((_req, res) => res.end(`shard ${port}`)).listen({ port, exclusive: false });
} else {
  for (let i = 0; i < 4; i++) {
    fork(__filename, { env: { ...process.env, SHARD_PORT: String(4100 + i) } });
  }
}
