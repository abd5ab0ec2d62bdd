const cluster = require("node:cluster");
const { listen, listenApart } = require("./listen");

if (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();
else listenApart();
listen();
