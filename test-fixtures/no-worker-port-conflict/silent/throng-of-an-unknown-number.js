// @fixture {"settings":{"listens":"single"}}
const express = require("express");
const throng = require("throng");

const app = express();

throng({ workers: Number(process.env.WEB_CONCURRENCY) }, () => console.log("started"));
app.listen(5000);
