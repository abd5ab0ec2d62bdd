import { createServer } from "node:http";

createServer((request, response) => response.end("kept")).listen(8311);
//                                                        ^^^^^^ require-reuse-option workerNoPolicy
