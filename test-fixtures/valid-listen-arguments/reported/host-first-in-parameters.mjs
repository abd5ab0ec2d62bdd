import http from "node:http";

export function start(host, port, handler) {
  return http.createServer(handler).listen(host, port);
  //                                       ^^^^ valid-listen-arguments swapped
}
