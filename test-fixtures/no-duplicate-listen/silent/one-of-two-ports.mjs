import http from "node:http";

const pages = http.createServer((request, response) => response.end("<p>hi</p>"));
const health = http.createServer((request, response) => response.end("up"));

pages.listen(process.env.BEHIND_PROXY ? { port: 3000, host: "127.0.0.1", exclusive: true } : { port: 8443 });

health.listen({ port: 3000, host: "127.0.0.1", reusePort: false });
