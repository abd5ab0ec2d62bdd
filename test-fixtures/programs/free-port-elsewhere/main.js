import http from "node:http";
import { freePort } from "./free.js";
const port = await freePort();
http.createServer((q, r) => r.end()).listen(port);
