import http from "node:http";
import { settings } from "./settings.js";

const { port } = settings;
http.createServer((request, response) => response.end("left")).listen(port);
//                                                             ^^^^^^ require-reuse-option noPolicy
