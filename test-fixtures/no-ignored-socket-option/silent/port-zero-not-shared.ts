import { createServer } from "node:http";
import { once } from "node:events";

export async function startLocal(): Promise<number> {
  const server = createServer((_request, response) => response.end("local"));
  server.listen({ port: 0, host: "127.0.0.1", reusePort: false });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  return address.port;
}
