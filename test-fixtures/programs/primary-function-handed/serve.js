const http = require("node:http");

exports.serve = () => http.createServer().listen(3000);
