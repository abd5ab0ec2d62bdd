const http = require("node:http");

const server = http.createServer((request, response) => response.end());
server.listen(Number(process.env.LOTTERY_PORT));
//     ^^^^^^ require-reuse-option noPolicy
// hover listen shows **Without `LOTTERY_PORT`**: NaN throws ERR_SOCKET_BAD_PORT.
