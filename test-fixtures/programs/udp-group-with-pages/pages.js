const http = require("node:http");

exports.pages = http.createServer((request, response) => response.end("renderers"));
