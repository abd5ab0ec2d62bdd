const http = require("node:http");

http.createServer((request, response) => response.end("feed")).listen(process.env.BEACON_PORT || 6040);
//                                                             ^^^^^^ no-duplicate-listen port
