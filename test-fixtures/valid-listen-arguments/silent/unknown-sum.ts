import { createServer } from "node:http";

export function listenBeside(port: number, offset: number) {
  return createServer().listen(port + offset);
  //                    ^^^^^^ require-reuse-option noPolicy
}
