import http from "node:http";

http.createServer().listen(process.env.PORT ?? "");
//                         ^^^^^^^^^^^^^^^^^^^^^^ valid-listen-arguments fallback
