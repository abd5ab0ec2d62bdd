import http from "node:http";
import { WebSocketServer } from "ws";

const site = http.createServer((request, response) => response.end("site"));

async function main() {
  await new Promise((resolve) => site.listen(9797, resolve));
  //                                  ^^^^^^ require-reuse-option noPolicy
  const feed = new WebSocketServer({ host: "0.0.0.0", port: 9797, path: "/feed" });
  //               ^^^^^^^^^^^^^^^ no-duplicate-listen wildcard
  feed.on("connection", (socket) => socket.ping());
}

main();
