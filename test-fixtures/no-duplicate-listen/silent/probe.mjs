import { createServer } from "node:net";
import { app } from "./app.mjs";

const probe = createServer();
await new Promise((resolve) => probe.listen(3900, resolve));
await new Promise((resolve) => probe.close(resolve));

createServer(app).listen(3900);
//                ^^^^^^ require-reuse-option noPolicy
