import { fork } from "node:child_process";
import { once } from "node:events";

let child = fork("./server.js");
process.on("SIGHUP", () => child.kill());
await once(child, "exit");
child = fork("./server.js");

// The canary is gone before the real one starts.
const canary = fork("./canary.js");
canary.kill("SIGTERM");
fork("./canary.js");

if (process.argv.includes("--debug")) fork("./either.js", { execArgv: ["--inspect"] });
else fork("./either.js");
