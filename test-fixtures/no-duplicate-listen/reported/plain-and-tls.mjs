import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import { handler } from "./handler.mjs";

const port = process.env.PORT || 8443;
const tls = { key: fs.readFileSync("key.pem"), cert: fs.readFileSync("cert.pem") };

http.createServer(handler).listen(port);
//                         ^^^^^^ require-reuse-option noPolicy
https.createServer(tls, handler).listen(port);
//                               ^^^^^^ no-duplicate-listen port
