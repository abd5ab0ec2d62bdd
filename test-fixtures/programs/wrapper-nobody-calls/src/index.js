import { createServer } from "node:http";

createServer((request, response) => response.end("wiki")).listen(9300);
//                                                        ^^^^^^ require-reuse-option noPolicy
