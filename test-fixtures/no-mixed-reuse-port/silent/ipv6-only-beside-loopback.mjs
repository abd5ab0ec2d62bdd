import http from "node:http";

const six = http.createServer((_req, res) => res.end("6"));
const four = http.createServer((_req, res) => res.end("4"));

four.listen({ host: "127.0.0.1", port: 8666, exclusive: false });
six.listen({ host: "::", port: 8666, ipv6Only: true, reusePort: true });
//                                                   ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
