import { createServer } from "node:http";

const port = Math.floor(Math.random() * (65535 - 1024)) + 1024;
createServer((request, response) => response.end()).listen(port);
//                                                  ^^^^^^ require-reuse-option noPolicy
