import http from "node:http";

const server = http.createServer((request, response) => response.end());
server.listen(3000.5);
//            ^^^^^^ valid-listen-arguments constant
