const cluster = require("cluster");
const os = require("os");
const express = require("express");

function clustered(run) {
  if (cluster.isMaster) {
    os.cpus().forEach(() => cluster.fork());
    cluster.on("exit", () => cluster.fork());
    return;
  }
  run();
}

clustered(() => {
  const app = express();
  app.get("/health", (req, res) => res.send("ok"));
  app.listen(process.env.PORT || 3000);
});
