const cluster = require("cluster");

cluster.setupMaster({ exec: process.argv[2] });
for (let i = 0; i < 4; i++) cluster.fork();
