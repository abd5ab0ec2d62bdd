const http = require("http");
const { PORT } = require("./constants");
const settings = require("./settings.json");

http.createServer().listen(PORT);
http.createServer().listen(settings.port);
