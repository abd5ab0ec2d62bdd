import { createServer } from "node:http";

createServer((request, response) => response.end("metrics")).listen({ port: 9464, reusePort: false });
//                                                           ^^^^^^ no-listen-on-import loader
