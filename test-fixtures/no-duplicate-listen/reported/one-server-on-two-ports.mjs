import http from "node:http";

const server = http.createServer((request, response) => response.end("ok"));

for (const port of [8080, 8081]) {
  server.listen({ port, reusePort: false });
  //     ^^^^^^ no-duplicate-listen loopThrows
}
