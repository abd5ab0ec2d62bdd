const { createServer } = require("node:http");

const v6 = createServer((req, res) => res.end("six"));
const v4 = createServer((req, res) => res.end("four"));

v6.listen({ host: "::", port: 8181, reusePort: true });
//                                  ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
v4.listen({ host: "0.0.0.0", port: 8181 });
// ^^^^^^ no-mixed-reuse-port mixed
