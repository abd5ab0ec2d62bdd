import { isSet } from "../analysis/options.ts";
import type { Environment } from "../environment.ts";
import type { CallSite, FileSites, Site } from "./site.ts";

const changed = new WeakMap<FileSites, FileSites>();

/**
 * The sites of a file as its runtime takes `listen({ path, port })`: Node.js and Deno listen on the port, which is what a
 * site says by itself, and node:http in Bun on the path (facts `node-port-beside-path` and `bun-path-wins`).
 */
export function withPathsOf(sites: FileSites, { runtime }: Environment): FileSites {
  if (runtime !== "bun" || !sites.sites.some(opensPath)) return sites;
  let found = changed.get(sites);
  if (!found) {
    const own = sites.sites.map((site) => (opensPath(site) ? onPath(site) : site));
    changed.set(sites, (found = { ...sites, sites: own }));
  }
  return found;
}

function opensPath(site: Site): site is CallSite {
  if (site.kind === "raw" || site.operation.pathWins !== "bun" || !site.options) return false;
  return (site.endpoint.kind === "port" || site.endpoint.kind === "ephemeral") && isSet(site.option("path"));
}

/** The same site, with what the path is. */
function onPath(site: CallSite): CallSite {
  const path = site.option("path");
  return Object.create(site, {
    endpoint: { value: { kind: "ipc", node: path.node ?? null }, enumerable: true },
  }) as CallSite;
}
