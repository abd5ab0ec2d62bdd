import { Worker } from "node:worker_threads";
import { create } from "./index.js";

for (let i = 0; i < 3; i++) new Worker(new URL("./thread.js", import.meta.url));
create({ host: "127.0.0.1" });
