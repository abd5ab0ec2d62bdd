#!/usr/bin/env node
const http = require("node:http");
const app = require("../app");

const port = normalizePort(process.env.PORT || "3000");
app.set("port", port);

const server = http.createServer(app);
server.listen(port);
//     ^^^^^^ no-duplicate-listen port

// A port of its own for what the next one is made for.
http.createServer(app).listen({ port: next(process.env.PORT || 3000), reusePort: false });

function normalizePort(value) {
  const port = Number.parseInt(value, 10);
  if (Number.isNaN(port)) return value;
  return port >= 0 ? port : false;
}

function next(value) {
  return Number(value) + 1;
}
