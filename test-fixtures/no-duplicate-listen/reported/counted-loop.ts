import { createServer } from "node:net";

for (let i = 0; i < 3; i++) {
  const server = createServer((socket) => socket.end(`instance ${i}`));
  server.listen(5600);
  //     ^^^^^^ no-duplicate-listen loop
}
