const http = require("node:http");

module.exports = ({ config }) => http.createServer().listen(config.port);
