import http from "node:http";

const server = http.createServer((request, response) => response.end("ok"));
server.listen({ port: 8125, reusePort: false });

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => console.log(`got ${signal}`));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.close(() => process.exit()));
