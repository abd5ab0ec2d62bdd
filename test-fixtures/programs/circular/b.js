const a = require("./a");
const http = require("http");

exports.start = () => http.createServer((request, response) => response.end(String(a.isWorker))).listen(3000);
