import { createServer } from "node:http";

createServer((request, response) => response.end("one")).listen(3000);
//                                                       ^^^^^^ require-reuse-option noPolicy
