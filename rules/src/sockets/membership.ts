import { isIP } from "node:net";
import type { CallSite, FileSites, Site, Use } from "./site.ts";

const JOINS = /^(?:addMembership|addSourceSpecificMembership)$/;

/** Where a socket joins multicast groups. */
export function joinsOf(sites: FileSites, site: Site): Use[] {
  return [...sites.uses(site.origins, ({ name }) => JOINS.test(name))];
}

const MANY = /^(?:add\w*Membership|setBroadcast|setMulticast\w+|joinMulticast\w+)$/;

/** A datagram socket for multicast or broadcast, which several programs receive at once. */
export function receivesMany(site: CallSite, sites: FileSites): boolean {
  return sites.uses(site.origins, ({ name }) => MANY.test(name)).length > 0;
}

/** Whether a text is the address of one interface: no wildcard, group or broadcast address. A name but `localhost` may be any. */
export function isUnicast(host: string): boolean {
  if (host === "localhost") return true;
  if (isIP(host) === 4) return Number(host.split(".")[0]) < 224 && host !== "0.0.0.0" && !host.endsWith(".255");
  return isIP(host) === 6 && !/^(?:[0:]+|ff.*)$/i.test(host) && !host.includes(".");
}
