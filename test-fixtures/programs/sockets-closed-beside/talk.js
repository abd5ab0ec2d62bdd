const http = require("node:http");
const { PORT } = require("./settings");
const { openRooms } = require("./rooms");

const pages = http.createServer((request, response) => response.end("talk"));
pages.listen(PORT);
//    ^^^^^^ require-reuse-option noPolicy
openRooms();
