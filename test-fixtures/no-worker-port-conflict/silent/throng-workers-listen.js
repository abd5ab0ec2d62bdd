const cluster = require("node:cluster");
const express = require("express");
const throng = require("throng");

const app = express();
const metrics = express();

throng({
  count: process.env.WEB_CONCURRENCY || 2,
  master: () => metrics.listen({ port: 9100, exclusive: true }),
  worker: () => app.listen(process.env.PORT || 5000),
});

if (cluster.isWorker) app.listen(5001);
