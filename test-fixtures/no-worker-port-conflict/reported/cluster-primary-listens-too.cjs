const cluster = require("cluster");
const express = require("express");
const numCPUs = require("os").cpus().length;

if (cluster.isMaster) {
  console.log(`primary ${process.pid} is running`);
  for (let i = 0; i < numCPUs; i++) cluster.fork();
}

const app = express();
app.get("/", (req, res) => res.send(`from ${process.pid}`));
app.listen(3000, () => console.log("listening"));
//  ^^^^^^ no-worker-port-conflict beside
