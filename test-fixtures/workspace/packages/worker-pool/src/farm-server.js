import http from "node:http";
import { limitOf, primesBelow } from "./work.js";

/**
 * Counts primes for whoever asks.
 * @param {() => void} listening
 */
export function serve(listening) {
  const server = http.createServer((request, response) => response.end(`${primesBelow(limitOf(request.url))}\n`));
  server.listen({ port: Number(process.env.PORT ?? 18093), host: "127.0.0.1" }, listening);
}
