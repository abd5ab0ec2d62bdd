const http = require("http");

const randomPort = () => Math.floor(Math.random() * 70000) + 1024;

http.createServer(require("./app")).listen(randomPort());
//                                         ^^^^^^^^^^^^ valid-listen-arguments range
