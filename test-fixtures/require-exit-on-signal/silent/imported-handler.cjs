const http = require("http");
const { onSignal } = require("os");
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGTERM", onSignal);
