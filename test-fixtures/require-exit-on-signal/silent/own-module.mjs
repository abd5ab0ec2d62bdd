import http from "node:http";
import "./shutdown.js";
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGTERM", () => console.log("SIGTERM"));
