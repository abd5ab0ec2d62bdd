import http from "node:http";
http.createServer().listen({ port: 8080, reusePort: false });
process.on("SIGHUP", () => console.log("hung up"));
process.on("SIGPIPE", () => {});
