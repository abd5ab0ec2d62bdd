import http from "node:http";

const pages = http.createServer((request, response) => response.end("<p>hi</p>"));
pages.listen(process.platform === "win32" ? { port: 3030, reusePort: false } : { port: 3030, exclusive: true });

const health = http.createServer((request, response) => response.end("up"));
health.listen({ port: 3030, reusePort: false });
//     ^^^^^^ no-duplicate-listen port
