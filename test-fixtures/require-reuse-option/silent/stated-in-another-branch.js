// @fixture {"settings":{"platforms":["linux","win32"]}}
const { createServer } = require("node:http");
const { handler } = require("./handler");

const port = Number(process.env.PORT) || 3000;
createServer(handler).listen(process.platform === "win32" ? { port } : { port, reusePort: true });
