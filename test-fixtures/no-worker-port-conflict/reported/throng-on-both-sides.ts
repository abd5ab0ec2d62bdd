import express from "express";
import throng from "throng";

function start(): void {
  const app = express();
  app.get("/", (request, response) => response.send(String(process.pid)));
  app.listen(8080);
  //  ^^^^^^ no-worker-port-conflict beside
}

throng({ master: start, worker: start });
