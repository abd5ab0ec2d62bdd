const http = require("http");

http.createServer().listen(Number(process.argv[2]));
