import http from "node:http";

const servers = [];
const first = http.createServer((request, response) => response.end("first"));
servers.push(first);
first.listen({ port: 7071, reusePort: false });
for (const server of servers) server.close();
http.createServer((request, response) => response.end("second")).listen({ port: 7071, reusePort: false });
