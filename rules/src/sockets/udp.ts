import type { Site } from "./sites.ts";
import type { Surroundings } from "./sharing.ts";

/** The bind of a datagram socket that `site` makes; Deno's and Bun's sockets are bound as they are made. */
export function bindOf(site: Site, { sites }: Pick<Surroundings, "sites">): Site | null {
  if (site.op === "bind") return site;
  return (
    sites.sites.find(
      (each) =>
        each.op === "bind" &&
        each.transport === "udp" &&
        !each.raw &&
        each.origins.some((origin) => site.origins.includes(origin)),
    ) ?? null
  );
}

/** Sites that make a datagram socket, with its flags. */
export function makesDatagramSocket(site: Site): boolean {
  return site.transport === "udp" && !site.raw && (site.op === "create" || site.operation.runtime !== undefined);
}
