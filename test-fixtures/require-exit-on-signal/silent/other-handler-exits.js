const http = require("http");
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGINT", () => console.log("interrupted"));
process.on("SIGINT", () => process.exit(130));
