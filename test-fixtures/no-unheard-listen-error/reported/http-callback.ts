import http from "node:http";

const port = Number(process.env.PORT ?? 8080);
const server = http.createServer((request, response) => response.end("pong"));
server.listen({ port, reusePort: false }, (error?: Error) => {
//                                         ^^^^^^^^^^^^^ no-unheard-listen-error callback
  if (error) {
    console.error(`cannot listen on ${port}`, error);
    process.exit(1);
  }
  console.log(`listening on ${port}`);
});
