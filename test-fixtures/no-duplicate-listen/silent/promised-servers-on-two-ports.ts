import express from "express";

const startPart = (name: string, port = 8080) =>
  new Promise((resolve) => {
    const app = express();
    const server = app.listen({ port, reusePort: false }, () => resolve(server));
    app.get("/", (_request, response) => response.send(name));
  });

await startPart("basket");
await startPart("catalogue", 8081);
