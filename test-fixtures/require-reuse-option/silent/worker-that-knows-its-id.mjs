import cluster from "node:cluster";
import { createServer } from "node:http";
import { app } from "./app.mjs";

const log = (text) => console.log(`[${cluster.worker?.id ?? 0}] ${text}`);

createServer(app).listen(3000, () => log("listening"));
