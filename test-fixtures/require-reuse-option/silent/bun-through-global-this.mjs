import http from "node:http";

console.log(`Bun ${globalThis.Bun.version}`);
http.createServer((request, response) => response.end("ok")).listen(3000);
