import type { Environment } from "../environment.ts";
import { unwrap, type Node } from "../analysis/ast.ts";
import { resolve } from "../analysis/values.ts";
import type { Surroundings } from "./surroundings.ts";
import { onSamePort, sitesOverlap, type Overlap } from "../sockets/collisions.ts";
import { mayClose } from "../sockets/closing.ts";
import { defaultExportBeside, type ServedExport } from "../sockets/served-exports.ts";
import { badArguments } from "../sockets/listen-arguments.ts";
import { isUnshared, reuseOf, type Reuse } from "../sockets/reuse.ts";
import { roundsOf, type Rounds } from "../sockets/rounds.ts";
import { runTogether } from "../sockets/runs-together.ts";
import type { ApiSite, Site } from "../sockets/site.ts";

/** Why a listen or a bind meets another one of its own process. */
export type Duplicate =
  /** Another listen before it opens the port on an overlapping address. */
  | { kind: "port"; other: ApiSite; overlap: Overlap }
  /** The same server listens before. `replaces`: nothing throws, for the first call still looks its host up. */
  | { kind: "again"; other: ApiSite; replaces: boolean }
  /** One listen that runs more than once. */
  | { kind: "rounds"; rounds: Rounds }
  /** Bun serves the default export of the file that it runs. */
  | { kind: "export"; served: ServedExport };

const duplicates = new WeakMap<Environment, WeakMap<Site, Duplicate | null>>();

/** The first duplicate that the file shows, found out once; null where there is none, or where it may be none. */
export function duplicateOf(site: Site, around: Surroundings): Duplicate | null {
  let known = duplicates.get(around.environment);
  if (!known) duplicates.set(around.environment, (known = new WeakMap()));
  let found = known.get(site);
  if (found === undefined) known.set(site, (found = findDuplicate(site, around)));
  return found;
}

function findDuplicate(site: Site, around: Surroundings): Duplicate | null {
  if (!takesPart(site, around)) return null;
  const { sites } = around;
  for (const other of sites.sites) {
    if (other.call === site.call) break;
    if (!takesPart(other, around) || other.transport !== site.transport) continue;
    const found = isSameServer(site, other) ? again(site, other) : onOnePort(site, other, around);
    if (found && runTogether(other.call, site.call, sites) && !mayClose(other, other.name, site.name)) return found;
  }
  const rounds = roundsOf(site, sites);
  if (rounds) return { kind: "rounds", rounds };
  const served = defaultExportBeside(site, around);
  return served && { kind: "export", served };
}

const parts = new WeakMap<Environment, WeakMap<Site, boolean>>();

/** Whether a site is compared with others, found out once: every site of a file is asked for by every other. */
function takesPart(site: Site, around: Surroundings): site is ApiSite {
  let known = parts.get(around.environment);
  if (!known) parts.set(around.environment, (known = new WeakMap()));
  let takes = known.get(site);
  if (takes === undefined) known.set(site, (takes = staysWithoutCompany(site, around)));
  return takes;
}

/** A resolved listen on a port, or the bind of a datagram socket, that states or implies that nobody shares the port. */
function staysWithoutCompany(site: Site, { environment, process, sites }: Surroundings): site is ApiSite {
  if (site.kind !== "api" || process.isProbe(site) || process.inClusterWorker(site) !== "no") return false;
  if (badArguments(site, environment)) return false;
  if (site.op === "listen" && site.transport === "tcp")
    return (site.endpoint.kind === "port" || isOneServer(site)) && staysAlone(reuseOf(site, environment));
  if (site.op !== "bind" || site.transport !== "udp" || site.endpoint.kind !== "port") return false;
  const creation = sites.creation(site);
  const isOff = (name: string) => {
    const option = creation?.option(name);
    return option?.state === "absent" || option?.value === false;
  };
  return (
    isOff("reuseAddr") && isOff("reusePort") && !sites.uses(site.origins).some((use) => /Membership$/.test(use.name))
  );
}

/** Nothing shares the port: nobody asks for it, or in a way that does nothing. */
function staysAlone(reuse: Reuse): boolean {
  return isUnshared(reuse) || reuse.state === "ignored";
}

/** `net.Server#listen`: every listen counts, whatever it opens. */
function isOneServer(site: ApiSite): boolean {
  return site.operation.again === "throws" && ["port", "ephemeral", "ipc"].includes(site.endpoint.kind);
}

function isSameServer(a: ApiSite, b: ApiSite): boolean {
  return a.api === b.api && a.origins.length > 0 && a.origins[0] === b.origins[0] && a.operation.again !== "opens";
}

function again(site: ApiSite, other: ApiSite): Duplicate | null {
  if (site.operation.again !== "throws" || other.operation.again !== "throws") return null;
  // Two readings of two calls, or an argument that may be anything: the same call in another form.
  if (!isOneServer(other)) return null;
  return { kind: "again", other, replaces: other.endpoint.kind === "port" && other.host.state !== "absent" };
}

function onOnePort(site: ApiSite, other: ApiSite, { sites, environment }: Surroundings): Duplicate | null {
  if (!onSamePort(site, other)) return null;
  const overlap = sitesOverlap(site, other, sites);
  if (!overlap || (overlap === "wildcard" && !environment.platforms.value.includes("linux"))) return null;
  return { kind: "port", other, overlap };
}

/** The server that hands its requests to an application: `http.createServer(app)` beside `app.listen()`. */
export function servesOneApp(a: ApiSite, b: ApiSite): boolean {
  return applicationOf(a) !== null && applicationOf(a) === applicationOf(b);
}

function applicationOf(site: ApiSite): object | null {
  if (site.operation.again === "opens") return site.origins[0] ?? null;
  const made = site.origins.at(-1) as Node | undefined;
  if (made?.type !== "CallExpression" && made?.type !== "NewExpression") return null;
  const last = made.arguments.at(-1);
  if (!last || last.type === "SpreadElement") return null;
  const value = resolve(unwrap(last));
  return value?.kind === "instance" ? (value.origins[0] ?? null) : null;
}

/** Another listen of the process fails because of this one: sharing the port on one side alone does not help. */
export function blocksAnother(site: Site, around: Surroundings): boolean {
  return around.sites.sites.some((each) => {
    const duplicate = each.call === site.call ? null : duplicateOf(each, around);
    return duplicate?.kind === "port" && duplicate.other.call === site.call;
  });
}
