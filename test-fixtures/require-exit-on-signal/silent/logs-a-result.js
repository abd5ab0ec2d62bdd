const http = require("http");
const server = http.createServer();
server.listen({ port: 8080, reusePort: false });
process.on("SIGTERM", () => console.log("closed", server.close()));
