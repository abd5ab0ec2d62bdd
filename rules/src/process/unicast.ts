import { enclosingFunction } from "../analysis/ast.ts";
import { asksForIt } from "../analysis/options.ts";
import { textOf } from "../analysis/source.ts";
import { familyOf, onSamePort } from "../sockets/collisions.ts";
import { receivesMany } from "../sockets/membership.ts";
import { isTrueOn, UNSUPPORTED } from "../sockets/reuse.ts";
import type { CallSite, Site } from "../sockets/site.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";
import type { Surroundings } from "./surroundings.ts";

/** How far above a call its comment begins. */
const LINES_ABOVE = 3;

/** A datagram socket for unicast whose port another process takes by binding it later. */
export interface Takeable {
  bind: CallSite;
  /** `reusePort` stands beside `reuseAddr`, and keeps nobody out. */
  both: boolean;
}

/** Whether `reuseAddr` lets others take the datagrams of the socket that a site makes; null where it does not, or may be meant so. */
export function takeable(site: Site, around: Surroundings): Takeable | null {
  if (!makesDatagramSocket(site)) return null;
  const both = asksForIt(site.option("reusePort"));
  if (both && !bindsWithBoth(site, around)) return null;
  const bind = takenAt(site, around);
  return bind && { bind, both };
}

/** A comment, or what a value is given to. */
function namesBroadcasts(line: string): boolean {
  const before = line.trimStart();
  const [named = ""] = before.startsWith("//") || /^\/?\*/.test(before) ? [before] : before.split("=").slice(0, -1);
  return named.toLowerCase().includes("broadcast");
}

/** The bind of a datagram socket that `reuseAddr` lets others take the datagrams from, apart from what `reusePort` does to it. */
export function takenAt(site: Site, around: Surroundings): CallSite | null {
  if (!makesDatagramSocket(site) || site.option("reuseAddr").value !== true) return null;
  const bind = bindOf(site, around);
  if (bind?.endpoint.kind !== "port" || around.process.isProbe(bind)) return null;
  const { sites } = around;
  if (receivesMany(site, sites) || sites.escapes(site.origins) || isPair(site, bind, around)) return null;
  return speaksOfBroadcasts(site, bind) ? null : bind;
}

/** The function that makes the socket says what it is for, or a comment or a name right above. */
function speaksOfBroadcasts(site: CallSite, bind: CallSite): boolean {
  const { text } = site.file;
  const fn = enclosingFunction(site.call);
  if (fn && /broadcast/i.test(textOf(fn))) return true;
  return [site, bind].some(({ call }) => {
    const before = text
      .slice(0, call.range[0])
      .split("\n")
      .slice(-1 - LINES_ABOVE);
    return before.some(namesBroadcasts);
  });
}

/**
 * On Linux both are set for certain, and where a platform does not know the option it is not set: else no-unguarded-reuse-port
 * says that, and that alone.
 */
function bindsWithBoth(site: CallSite, { environment, process }: Surroundings): boolean {
  const option = site.option("reusePort");
  const { value: platforms } = environment.platforms;
  if (!platforms.includes("linux") || isTrueOn(site, option, "linux") !== true) return false;
  const mayFail = (platform: string) => UNSUPPORTED.includes(platform) && isTrueOn(site, option, platform) !== false;
  const fails = environment.runtime === "node" && platforms.some(mayFail);
  return !fails || process.handlesUnsupported(site);
}

/** A udp4 and a udp6 socket on one port: without the option the second of them fails. */
function isPair(site: CallSite, bind: CallSite, around: Surroundings): boolean {
  const family = familyOf(site);
  return around.sites.sites.some((other) => {
    if (other === site || !makesDatagramSocket(other)) return false;
    const theirs = familyOf(other);
    const otherBind = bindOf(other, around);
    return family !== null && theirs !== null && family !== theirs && otherBind !== null && onSamePort(bind, otherBind);
  });
}
