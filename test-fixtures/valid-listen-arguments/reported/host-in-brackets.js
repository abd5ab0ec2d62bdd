import http from "node:http";
import express from "express";

const app = express();
const server = http.createServer(app);
server.listen({ port: 8080, host: "[::]", reusePort: false });
//                                ^^^^^^ valid-listen-arguments host
