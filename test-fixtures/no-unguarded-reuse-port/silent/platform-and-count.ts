import http from "node:http";
import { instances } from "./config.js";

const share = process.platform !== "win32" && instances > 1;
http.createServer((_req, res) => res.end()).listen({ port: 3004, reusePort: share });
