import { createServer } from "node:http";

const port = 20000 + Math.random() * 10000;
createServer((request, response) => response.end(String(port))).listen(port);
//                                                                     ^^^^ valid-listen-arguments fraction
