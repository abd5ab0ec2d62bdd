import { createServer } from "node:http";

const server = createServer((_request, response) => response.end());

export async function restart() {
  server.listen(8081);
  //     ^^^^^^ require-reuse-option noPolicy
  await new Promise((resolve) => server.close(resolve));
  server.listen(8081);
}
