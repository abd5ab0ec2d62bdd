import { fork } from "node:child_process";

for (let i = 0; i < 4; i++) fork(new URL("./server.js", import.meta.url));
