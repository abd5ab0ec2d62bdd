// @fixture {"settings":{"runtime":"bun"}}
import net from "node:net";

const options = { hostname: "127.0.0.1", socket: { data() {} } };
Bun.listen({ ...options, port: 7000, reusePort: 1 });
//                                   ^^^^^^^^^^^^ valid-listen-arguments flag
Bun.listen({ ...options, port: 7001, exclusive: "yes" });
//                                   ^^^^^^^^^^^^^^^^ valid-listen-arguments flag
net.createServer().listen({ port: 7002, reusePort: "true" });
//                                      ^^^^^^^^^^^^^^^^^ valid-listen-arguments flag
