const cluster = require("node:cluster");

cluster.setupPrimary({ exec: require.resolve("./prices.js") });
for (let number = 0; number < 3; number++) cluster.fork();
