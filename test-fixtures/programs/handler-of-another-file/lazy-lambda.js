const serverless = require("serverless-http");
const express = require("express");

const app = express();
app.get("/metrics", (request, response) => response.send(require("./metrics").server.address()));

module.exports.handler = serverless(app);
