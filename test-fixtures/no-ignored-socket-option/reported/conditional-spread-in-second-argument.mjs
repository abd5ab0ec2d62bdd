import http from "node:http";

const workers = Number(process.env.WORKERS ?? 1);
const server = http.createServer((request, response) => response.end("ok"));

server.listen(3000, { ...(workers > 1 ? { reusePort: true } : {}) });
//                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
