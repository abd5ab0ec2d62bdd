import http from "node:http";

http.createServer().listen({ port: 8000, reusePort: false });
process.once("SIGINT", () => console.log("first"));
process.prependListener("SIGINT", () => console.log("again"));
//      ^^^^^^^^^^^^^^^ require-exit-on-signal logs
