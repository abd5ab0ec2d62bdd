import { fork } from "node:child_process";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

if (process.argv[2] === "child") {
  createServer((socket) => socket.end(`${process.pid}\n`)).listen(2323, "127.0.0.1");
  //                                                       ^^^^^^ no-worker-port-conflict processes
} else {
  for (let i = 0; i < availableParallelism(); i++) {
    fork(fileURLToPath(import.meta.url), ["child"]);
  }
}
