const http = require("http");

module.exports = () => http.createServer((request, response) => response.end("up")).listen(8081);
