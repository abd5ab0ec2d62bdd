import http from "node:http";
import { settings } from "./settings.js";

http.createServer((request, response) => response.end("right")).listen(settings.port);
//                                                              ^^^^^^ no-duplicate-listen port
