import cluster from "node:cluster";

cluster.setupPrimary({ exec: "worker.js" });
for (let i = 0; i < 4; i++) cluster.fork();
cluster.on("listening", (worker, { port }) => console.log(`worker ${worker.id} on ${port}`));
