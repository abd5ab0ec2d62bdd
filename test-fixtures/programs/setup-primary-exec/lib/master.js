const cluster = require("cluster");
const path = require("path");

cluster.setupPrimary({ exec: path.join(__dirname, "worker.js") });
for (let i = 0; i < 2; i++) cluster.fork();
