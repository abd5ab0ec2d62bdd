import http from "node:http";

const handle = (request, response) => response.end("hello");

export function start({ port = 4400, host } = {}) {
  return http.createServer(handle).listen(port, host);
//                                 ^^^^^^ require-reuse-option noPolicy
}

export const startPair = ([port = 4401] = []) => http.createServer(handle).listen(port);
//                                                                         ^^^^^^ require-reuse-option noPolicy
