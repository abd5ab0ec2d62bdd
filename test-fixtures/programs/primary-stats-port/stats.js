const http = require("http");

const server = http.createServer((request, response) => response.end(JSON.stringify(process.memoryUsage())));
server.listen(9100);
//     ^^^^^^ require-reuse-option noPolicy
