import cluster from "node:cluster";

if (cluster.isPrimary) for (let i = 0; i < navigator.hardwareConcurrency; i++) cluster.fork();

Bun.serve({
//  ^^^^^ no-worker-port-conflict beside
  port: 4000,
  fetch: () => new Response(`from ${process.pid}`),
});
