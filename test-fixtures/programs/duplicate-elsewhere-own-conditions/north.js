import { createServer } from "node:http";

// The conditions of both files stand at the same place, and are not the same.
export function openNorth() {
  if (process.env.NORTH) createServer((request, response) => response.end("north")).listen({ port: 8070, exclusive: true });
}

export function admitNorth() {
  createServer((request, response) => response.end("north")).listen(8071);
  //                                                         ^^^^^^ require-reuse-option noPolicy
}
