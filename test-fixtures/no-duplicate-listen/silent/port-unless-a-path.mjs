import http from "node:http";

let where = { port: 3014, exclusive: true };
if (process.env.API_SOCKET) where = process.env.API_SOCKET;
http.createServer((request, response) => response.end("{}")).listen(where);

http.createServer((request, response) => response.end("up")).listen({ port: 3014, reusePort: false });
