const net = require("net");

const PORT = 6379;

const legacy = net.createServer((c) => c.end("-ERR moved\r\n"));
legacy.listen(PORT, "0.0.0.0");
//     ^^^^^^ no-mixed-reuse-port mixed

const current = net.createServer((c) => c.write("+OK\r\n"));
current.listen({ port: PORT, host: "0.0.0.0", reusePort: true });
//                                            ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
