// @fixture {"filename":"instrumentation.ts","package":{"dependencies":{"next":"15.1.0"}}}
import { createServer } from "node:http";

export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    createServer((_request, response) => response.end("ok")).listen(9464);
//                                                           ^^^^^^ no-listen-on-import loader
  }
}
