import express from "express";

export function startServer() {
  const app = express();
  app.get("/", (request, response) => response.send("feed"));
  app.listen(8080);
}
