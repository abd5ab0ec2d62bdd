const cluster = require("cluster");

cluster.setupMaster({ exec: "./src/app.js", args: ["--quiet"] });
cluster.fork();
cluster.fork();
