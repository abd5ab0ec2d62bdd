const cluster = require("node:cluster");
const path = require("node:path");

cluster.setupPrimary({ exec: path.join(__dirname, "worker.js") });
