import { createServer } from "node:http";

// The conditions of both files stand at the same place, and are not the same.
export function openSouth() {
  if (process.env.SOUTH) createServer((request, response) => response.end("south")).listen({ port: 8070, exclusive: true });
}

export function admitSouth() {
  createServer((request, response) => response.end("south")).listen(8071);
  //                                                         ^^^^^^ no-duplicate-listen port
}
