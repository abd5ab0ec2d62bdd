const http = require("http");
const express = require("express");
const mongoose = require("mongoose");
const serverless = require("serverless-http");

const app = express();

mongoose
  .connect(process.env.MONGO_URL)
  .then(() => {
    console.log("connected");
    http.createServer(app).listen(process.env.PORT ?? 3000);
//                         ^^^^^^ no-listen-on-import handler
  })
  .catch((error) => console.error(error));

const handler = serverless(app);
module.exports.handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false;
  return handler(event, context);
};
