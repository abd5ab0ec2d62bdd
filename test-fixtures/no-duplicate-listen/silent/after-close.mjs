import http from "node:http";
import { once } from "node:events";
import { setup, app } from "./handlers.mjs";

const wizard = http.createServer(setup);
wizard.listen(8080);
//     ^^^^^^ require-reuse-option noPolicy
await once(wizard, "setup-done");
wizard.close();

http.createServer(app).listen(8080);
//                     ^^^^^^ require-reuse-option noPolicy
