import http from "node:http";

const server = http.createServer();
server.on("error", (error) => console.error("cannot listen", error));
server.listen({ port: 8080, reusePort: false }, (error?: Error) => {
  if (error) process.exit(1);
});
