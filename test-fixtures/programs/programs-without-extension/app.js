const http = require("node:http");

exports.start = () => http.createServer().listen(3000);
