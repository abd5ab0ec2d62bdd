import http from "node:http";
import { admin, site } from "./handlers";

const ADMIN = 8181;

function start() {
  http.createServer(site).listen(ADMIN);
  //                      ^^^^^^ require-reuse-option noPolicy
  startAdmin();
}

function startAdmin() {
  http.createServer(admin).listen({ port: ADMIN, host: "127.0.0.1" });
  //                       ^^^^^^ no-duplicate-listen wildcard
}

start();
