import express from "express";

/** Starts a small server of its own for every part of the shop. */
const startPart = (name: string, port = 8080) =>
  new Promise((resolve) => {
    const app = express();
    app.get("/", (_request, response) => response.send(name));
    const server = app.listen({ port, reusePort: false }, () => resolve(server));
    //                 ^^^^^^ no-duplicate-listen calls
  });

await startPart("basket");
await startPart("catalogue");
