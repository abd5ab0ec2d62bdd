const cluster = require("node:cluster");

cluster.setupPrimary({ exec: require.resolve("./prices.js") });
cluster.fork();
