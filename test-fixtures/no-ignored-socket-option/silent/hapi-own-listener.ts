import http from "node:http";
import Hapi from "@hapi/hapi";

const listener = http.createServer();
const server = Hapi.server({ listener, autoListen: false });

server.route({ method: "GET", path: "/health", handler: () => "ok" });
await server.start();
listener.listen({ port: 3000, host: "0.0.0.0", reusePort: process.platform === "linux" });
