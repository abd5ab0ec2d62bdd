import type { Surroundings } from "./surroundings.ts";
import type { CallSite, Site } from "./site.ts";

/** The bind of a datagram socket that `site` makes; Deno's and Bun's sockets are bound as they are made. */
export function bindOf(site: CallSite, { sites }: Pick<Surroundings, "sites">): CallSite | null {
  if (site.op === "bind") return site;
  return (
    sites.sites.find(
      (each): each is CallSite =>
        each.kind !== "raw" &&
        each.op === "bind" &&
        each.transport === "udp" &&
        each.origins.some((origin) => site.origins.includes(origin)),
    ) ?? null
  );
}

/** Sites that make a datagram socket, with its flags. */
export function makesDatagramSocket(site: Site): site is CallSite {
  return (
    site.kind !== "raw" && site.transport === "udp" && (site.op === "create" || site.operation.makesSocket === true)
  );
}
