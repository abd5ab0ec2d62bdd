import { createServer } from "node:http";

export function serve(port) {
  createServer().listen(port);
}

export function open(port) {
  createServer().listen(port);
//               ^^^^^^ require-reuse-option noPolicy
}
