import { SQL } from "bun";
import http from "node:http";

const db = new SQL(process.env.DATABASE_URL ?? "postgres://localhost/app");

const server = http.createServer(async (_request, response) => {
  const [row] = await db`select now() as at`;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(row));
});

server.listen({
  port: 8080,
  reusePort: process.platform === "linux",
// @3:42 no-ignored-socket-option ignored
});
