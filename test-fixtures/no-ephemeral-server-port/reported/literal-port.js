const http = require("http");

const server = http.createServer((req, res) => res.end("ok"));
server.listen(49200, () => console.log("ready"));
//     ^^^^^^ require-reuse-option noPolicy
//     ^^^^^^ no-ephemeral-server-port ephemeral
