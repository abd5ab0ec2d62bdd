import cluster from "node:cluster";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  const { listen } = await import("./app.js");
  listen();
}
