const cluster = require("cluster");
const config = require("./config.json");

if (config.workers > 1 && cluster.isMaster) for (let i = 0; i < config.workers; i++) cluster.fork();
else require("./server").start();
