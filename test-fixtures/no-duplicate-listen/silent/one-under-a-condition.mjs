import http from "node:http";
import { app, metrics } from "./handlers.mjs";

http.createServer(app).listen(9464);
//                     ^^^^^^ require-reuse-option noPolicy
if (process.env.METRICS) http.createServer(metrics).listen(9464);
//                                                  ^^^^^^ require-reuse-option noPolicy
