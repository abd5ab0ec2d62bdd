import http from "node:http";

export function start({ listen = { port: 4402, exclusive: true } } = {}) {
  return http.createServer((request, response) => response.end("hello")).listen(listen);
}
