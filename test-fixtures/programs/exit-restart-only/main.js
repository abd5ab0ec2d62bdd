import { fork } from "node:child_process";

function start() {
  fork(new URL("./server.js", import.meta.url)).on("exit", start);
}
start();
