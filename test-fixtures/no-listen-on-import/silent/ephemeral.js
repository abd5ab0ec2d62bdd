const http = require("http");
const express = require("express");
const serverless = require("serverless-http");

const app = express();
// the debugger's own page
http.createServer(app).listen(0, "127.0.0.1");

exports.handler = serverless(app);
