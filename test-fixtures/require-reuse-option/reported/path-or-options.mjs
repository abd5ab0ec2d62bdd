import http from "node:http";

const api = http.createServer((request, response) => response.end("{}"));

let where = { port: 3014, host: "127.0.0.1" };
if (process.env.API_SOCKET) where = process.env.API_SOCKET;
api.listen(where);
//  ^^^^^^ require-reuse-option noPolicy

const pages = http.createServer((request, response) => response.end("<p>hi</p>"));
const target = process.env.PAGES_SOCKET ? process.env.PAGES_SOCKET : { port: 3015 };
pages.listen(target, () => console.log("pages", target));
//    ^^^^^^ require-reuse-option noPolicy

let metrics = "/run/metrics.sock";
if (process.platform === "win32") metrics = { port: 9464, host: "127.0.0.1" };
http.createServer((request, response) => response.end("up 1\n")).listen(metrics);
//                                                               ^^^^^^ require-reuse-option noPolicy
