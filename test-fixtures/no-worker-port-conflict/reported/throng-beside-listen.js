const express = require("express");
const throng = require("throng");
const api = require("./api");

const app = express();
const WORKERS = process.env.WEB_CONCURRENCY || 2;

throng({ workers: WORKERS, lifetime: Infinity }, (id) => console.log("worker", id));

app.use("/api", api);
app.listen(process.env.PORT || 5000, () => console.log("ready"));
//  ^^^^^^ no-worker-port-conflict beside
