import { createServer } from "node:net";

export async function openHealth() {
  const server = createServer((socket) => socket.end("well\n"));
  await new Promise((resolve) => server.listen({ port: 7300, host: "127.0.0.1" }, resolve));
  //                                    ^^^^^^ no-duplicate-listen wildcard
}
