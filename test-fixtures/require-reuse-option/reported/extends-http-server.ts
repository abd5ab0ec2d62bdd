import http from "node:http";
import type { Router } from "./router";

export class App extends http.Server {
  constructor(router: Router, private readonly port = 8000) {
    super((req, res) => router.handle(req, res));
    this.keepAliveTimeout = 65_000;
  }

  start(): this {
    this.once("listening", () => console.log("up on", this.port));
    return this.listen(this.port);
    //          ^^^^^^ require-reuse-option noPolicy
  }
}
