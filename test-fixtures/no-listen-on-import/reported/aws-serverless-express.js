"use strict";
const awsServerlessExpress = require("aws-serverless-express");
const express = require("express");
const app = express();

app.use(express.json());
app.post("/orders", (req, res) => res.status(201).end());

app.listen(process.env.PORT || 8080);
//  ^^^^^^ no-listen-on-import handler
const server = awsServerlessExpress.createServer(app);

exports.handler = (event, context) => awsServerlessExpress.proxy(server, event, context);
