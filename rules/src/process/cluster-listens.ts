import type { Runtime } from "../catalogue/types.ts";
import type { Site } from "../sockets/site.ts";

/**
 * What a plain TCP listen does in a cluster worker. `primary`: the primary has the socket, all workers serve it.
 * `kernel`: the worker binds by itself with SO_REUSEPORT, unasked. `alone`: the worker binds by itself; the second one
 * fails with EADDRINUSE. Null: nobody has looked.
 */
export type ClusterListen = "primary" | "kernel" | "alone" | null;

/** By the API in which a listen ends; of node: modules all servers alike. Three workers of every kind were run and traced on Bun 1.4.5 and Deno 2.9.6. */
const SEEN: Readonly<Record<"bun" | "deno", Readonly<Record<string, ClusterListen>>>> = {
  bun: {
    net: "primary",
    tls: "primary",
    http2: "primary",
    http: "kernel",
    https: "kernel",
    "bun.serve": "kernel",
    "bun.listen": "alone",
  },
  deno: {
    net: "primary",
    tls: "primary",
    http2: "primary",
    http: "primary",
    https: "primary",
    "deno.serve": "alone",
    "deno.listen": "alone",
    "deno.listenTls": "alone",
  },
};

/** What a listen that ends in this API does in a cluster worker. Node's cluster hands over whatever listens through node:net. */
export function clusterListen(api: string | null, runtime: Runtime): ClusterListen {
  if (runtime === "node") return "primary";
  if (api === null) return null;
  const [module] = api.split(".") as [string];
  return SEEN[runtime][api] ?? SEEN[runtime][module] ?? null;
}

/** The API of a runtime in which a site's call ends; null where nobody knows. */
export function endOf(site: Site, runtime: Runtime): string | null {
  const ends = site.kind === "api" ? site.operation.endsIn : undefined;
  return typeof ends === "object" ? (ends[runtime] ?? null) : null;
}
