import { createServer } from "node:http";

export function startAdmin() {
  createServer((request, response) => response.end("admin")).listen(9901);
//                                                           ^^^^^^ require-reuse-option noPolicy
}

export function startGate() {
  createServer((request, response) => response.end("gate")).listen(9900);
}
