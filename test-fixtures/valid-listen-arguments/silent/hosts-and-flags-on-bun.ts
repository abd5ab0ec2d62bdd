// @fixture {"settings":{"runtime":"bun","platforms":["linux"]}}
import http from "node:http";
import net from "node:net";

const fetch = () => new Response("");
Bun.serve({ hostname: "[::1]", port: 7000, reusePort: false, fetch });
http.createServer().listen({ host: "[::1]", port: 7001, exclusive: true });
net.createServer().listen({ host: "*", port: 7002, exclusive: true });
Bun.serve({ port: 7003, ipv6Only: 1, reusePort: 0, fetch });
