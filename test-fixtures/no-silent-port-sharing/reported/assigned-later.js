// @fixture {"settings":{"platforms":["linux"]}}
const http = require("http");
const handler = require("./handler");

const where = { port: 3000 };
where.reusePort = true;
// @1:16 no-silent-port-sharing shares

http.createServer(handler).listen(where);
