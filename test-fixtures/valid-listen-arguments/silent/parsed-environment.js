const http = require("http");

http.createServer(require("./app")).listen(parseInt(process.env.WEB_PORT, 10));
//                                  ^^^^^^ require-reuse-option noPolicy
