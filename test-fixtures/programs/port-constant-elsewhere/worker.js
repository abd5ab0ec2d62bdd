import { createServer } from "node:http";
import config, { PORT } from "./config.js";

createServer().listen(PORT);
//             ^^^^^^ no-worker-port-conflict startedThreads
createServer().listen(config.status);
//             ^^^^^^ no-worker-port-conflict startedThreads
