import { createServer } from "node:http";

createServer((request, response) => response.end("jobs")).listen({ port: 3005, reusePort: false });
//                                                        ^^^^^^ no-listen-on-import loader
