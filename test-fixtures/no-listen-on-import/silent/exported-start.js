const express = require("express");
const serverless = require("serverless-http");

const app = express();

exports.start = function start(port = 3000) {
  return app.listen({ port, reusePort: false });
};
exports.handler = serverless(app);
