// @flow
import http from "http";

type Options = {| +port?: number |};

export function start({ port = 4403 }: Options = {}): http.Server {
  const server = http.createServer((request, response) => response.end("hello"));
  return server.listen((port: any));
//              ^^^^^^ require-reuse-option noPolicy
}
