const cluster = require("cluster");
const b = require("./b");

exports.isWorker = cluster.isWorker;
if (cluster.isPrimary) cluster.fork();
else b.start();
