import type { Package } from "./types.ts";

/** No sockets of its own: rows by which workers of a primary are told from other things. */
const cluster: Package = {
  name: "cluster",
  modules: ["cluster"],
  triggers: ["reusePort"],
  docs: "https://nodejs.org/api/cluster.html",
  entries: {
    "cluster.fork": { returns: "cluster.Worker" },
    "cluster.Worker": { type: true },
    "cluster.Worker#on": { returns: "this" },
    "cluster.Worker#once": { returns: "this" },
  },
};
export default cluster;
