// @fixture {"settings":{"platforms":["linux","freebsd"]}}
import { createServer } from "node:https";
import { parentPort } from "node:worker_threads";
import { credentials, internal, external } from "./site.mjs";

const pub = createServer(credentials, external);
const priv = createServer(credentials, internal);

pub.listen({ port: 8443, reusePort: true });
priv.listen({ port: 8443, host: "10.0.0.7", exclusive: true });
//   ^^^^^^ no-mixed-reuse-port mixed
parentPort?.postMessage("up");
