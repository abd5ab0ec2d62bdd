const cluster = require("cluster");
const run = require("./run");

run(cluster);
