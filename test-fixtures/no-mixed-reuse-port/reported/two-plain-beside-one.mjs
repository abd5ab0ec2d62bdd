import http from "node:http";

const shared = http.createServer((_req, res) => res.end("shared"));
const first = http.createServer((_req, res) => res.end("first"));
const second = http.createServer((_req, res) => res.end("second"));

first.listen(7001, "127.0.0.1");
//    ^^^^^^ no-mixed-reuse-port mixed
shared.listen({ port: 7001, reusePort: true });
//                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
second.listen({ port: 7001, host: "127.0.0.2" });
//     ^^^^^^ no-mixed-reuse-port mixed
