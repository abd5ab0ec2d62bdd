const http = require("http");

let where = { port: 3017 };
where = "/run/app.sock";

http.createServer((request, response) => response.end("ok")).listen(where);
