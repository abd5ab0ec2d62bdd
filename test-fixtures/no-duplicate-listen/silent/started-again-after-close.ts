import express from "express";

/** Restarts on the same port when the configuration changes. */
async function start(name: string) {
  const app = express();
  app.get("/", (_request, response) => response.send(name));
  return app.listen({ port: 8080, reusePort: false });
}

async function run() {
  const maintenance = await start("maintenance");
  await new Promise((resolve) => maintenance.close(resolve));
  await start("shop");
}
run();
