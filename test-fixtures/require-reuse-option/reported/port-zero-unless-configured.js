const http = require("node:http");
const { handler } = require("./handler");

http.createServer(handler).listen(Number(process.env.PORT) || 0);
//                         ^^^^^^ require-reuse-option noPolicy
http.createServer(handler).listen(process.env.ADMIN_PORT ?? 0, "127.0.0.1");
//                         ^^^^^^ require-reuse-option noPolicy
