import type { Runtime } from "../catalogue/types.ts";

/**
 * What a plain TCP listen does in a cluster worker. `primary`: the primary has the socket, all workers serve it.
 * `kernel`: the worker binds by itself with SO_REUSEPORT, unasked. `alone`: the worker binds by itself; the second one
 * fails with EADDRINUSE. Null: nobody has looked.
 */
export type ClusterListen = "primary" | "kernel" | "alone" | null;

/** By the first part of the catalogue key. Three workers of every kind were run and traced on Bun 1.4.5. */
const BUN: Readonly<Record<string, ClusterListen>> = {
  net: "primary",
  tls: "primary",
  http2: "primary",
  http: "kernel",
  https: "kernel",
  "bun.serve": "kernel",
  "bun.listen": "alone",
  express: "kernel",
  fastify: "kernel",
  koa: "kernel",
  "@hono/node-server": "kernel",
  "@hapi/hapi": "kernel",
  ws: "kernel",
  "socket.io": "kernel",
  elysia: "kernel",
};

/**
 * The same for a call, by its catalogue key such as `http.Server#listen`. Node's and Deno's clusters hand over whatever
 * listens through node:net (run on Deno 2.9.6); `Deno.serve`, `Deno.listen` and `Deno.listenTls` know nothing of them.
 */
export function clusterListen(api: string, runtime: Runtime): ClusterListen {
  if (runtime === "node") return "primary";
  const key = Object.keys(BUN).find((each) => api === each || api.startsWith(`${each}.`) || api.startsWith(`${each}#`));
  if (runtime === "bun") return key === undefined ? null : (BUN[key] ?? null);
  return api.startsWith("deno.") ? "alone" : key === undefined || key.startsWith("bun.") ? null : "primary";
}
