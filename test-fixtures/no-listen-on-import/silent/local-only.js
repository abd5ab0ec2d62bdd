const express = require("express");
const serverless = require("serverless-http");

const app = express();
if (!process.env.AWS_LAMBDA_FUNCTION_NAME) app.listen({ port: 3000, reusePort: false });

module.exports.handler = serverless(app);
