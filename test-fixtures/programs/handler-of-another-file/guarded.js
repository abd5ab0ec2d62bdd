const express = require("express");

const app = express();
if (!process.env.AWS_LAMBDA_FUNCTION_NAME) app.listen({ port: 4001, reusePort: false });

module.exports = app;
