import http from "node:http";
http.createServer().listen({ port: 8080, reusePort: false });
const ignore = () => {};
process.on("SIGINT", ignore);
setTimeout(() => process.removeListener("SIGINT", ignore), 5000);
