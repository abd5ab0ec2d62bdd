const http = require("node:http");

http.createServer().listen(8142);
//                  ^^^^^^ require-reuse-option noPolicy
