const http = require("node:http");

http.createServer().listen(9100);
//                  ^^^^^^ require-reuse-option noPolicy
