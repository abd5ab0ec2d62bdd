import http from "node:http";
import gracefulShutdown from "http-graceful-shutdown";
const server = http.createServer();
server.listen({ port: 8080, reusePort: false });
gracefulShutdown(server);
process.on("SIGTERM", () => console.log("SIGTERM"));
