// the adapter is only used to print what it would make
const express = require("express");
const serverless = require("serverless-http");

const app = express();
app.listen({ port: 3000, reusePort: false });

const show = serverless(app);
console.log(typeof show);
