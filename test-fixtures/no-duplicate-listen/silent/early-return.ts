import http from "node:http";
import { app, maintenance } from "./handlers";

export function start(port: number, down: boolean) {
  if (down) {
    http.createServer(maintenance).listen(port);
    //                             ^^^^^^ require-reuse-option noPolicy
    return;
  }
  http.createServer(app).listen(port);
  //                     ^^^^^^ require-reuse-option noPolicy
}
