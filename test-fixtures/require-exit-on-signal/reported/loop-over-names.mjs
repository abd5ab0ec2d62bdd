import http from "node:http";

http.createServer((request, response) => response.end("ok")).listen({ port: 8123, reusePort: false });

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => console.log(`got ${signal}`));
//        ^^ require-exit-on-signal logs
}
