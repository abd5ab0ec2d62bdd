import cluster from "node:cluster";

cluster.setupPrimary({ exec: "worker.js" });
for (let i = 0; i < 4; i++) cluster.fork();
cluster.on("online", (worker) => console.log(`worker ${worker.id}`));
