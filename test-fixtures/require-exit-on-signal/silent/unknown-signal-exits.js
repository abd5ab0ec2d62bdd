const http = require("http");
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGINT", () => console.log("interrupted"));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit());
