const http = require("http");

const options = JSON.parse(process.argv[2]);
http.createServer((request, response) => response.end("worker")).listen(options.port);
