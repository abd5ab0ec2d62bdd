const cluster = require("cluster");
const http = require("http");
const config = require("./config");
const app = require("./app");

if (config.cluster && cluster.isMaster) require("./primary").start();

if (cluster.isWorker || !config.cluster) http.createServer(app).listen(config.port);
