import http from "node:http";
import { handle } from "./handle.js";

export function start() {
  return http.createServer(handle).listen(4310);
  //                               ^^^^^^ require-reuse-option noPolicy
}
