import { createServer } from "node:http";

createServer((request, response) => response.end("healthy")).listen(3000);
//                                                           ^^^^^^ require-reuse-option workerNoPolicy
