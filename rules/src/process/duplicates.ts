import type { Environment } from "../environment.ts";
import { enclosingFunction, unwrap, type Node } from "../analysis/ast.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { resolve } from "../analysis/values.ts";
import { besideOf } from "./beside.ts";
import type { Surroundings } from "./surroundings.ts";
import { onSamePort, sitesOverlap, type Overlap } from "../sockets/collisions.ts";
import { mayClose } from "../sockets/closing.ts";
import { badArguments } from "../sockets/listen-arguments.ts";
import { isUnshared, reuseOf, type Reuse } from "../sockets/reuse.ts";
import { roundsOf, type Rounds } from "../sockets/rounds.ts";
import { runTogether } from "../sockets/runs-together.ts";
import type { ApiSite, CallSite, FileSites, Site } from "../sockets/site.ts";

/** Why a listen or a bind meets another one of its own process. */
export type Duplicate =
  /** Another listen before it opens the port on an overlapping address. `half`: one of two datagram sockets would share it. */
  | PortDuplicate
  /** The same server listens before. `replaces`: nothing throws, for the first call still looks its host up. */
  | { kind: "again"; other: ApiSite; replaces: boolean }
  /** One listen that runs more than once. */
  | { kind: "rounds"; rounds: Rounds }
  /** Bun serves the default export of the file that it runs, once the module has run. */
  | { kind: "export"; served: ApiSite };

interface PortDuplicate {
  kind: "port";
  other: ApiSite;
  overlap: Overlap;
  half?: boolean;
}

/** Finds something out once for an environment: every site of a file is asked for by every other. */
function once<Key extends object, Value>(
  find: (key: Key, around: Surroundings) => Value,
): (key: Key, around: Surroundings) => Value {
  const known = new WeakMap<Environment, WeakMap<Key, { value: Value }>>();
  return (key, around) => {
    let answers = known.get(around.environment);
    if (!answers) known.set(around.environment, (answers = new WeakMap()));
    let found = answers.get(key);
    if (!found) answers.set(key, (found = { value: find(key, around) }));
    return found.value;
  };
}

/** The first duplicate that the file shows; null where there is none, or where it may be none. */
export const duplicateOf = once(findDuplicate);

function findDuplicate(site: Site, around: Surroundings): Duplicate | null {
  if (site.kind === "api" && site.isServedExport) return servedAfter(site, around);
  const half = sharesAddress(site, around);
  if (!half && !takesPart(site, around)) return null;
  const { sites } = around;
  for (const other of participantsOf(sites, around)) {
    // In source order; of two readings of one call neither comes before the other.
    if (other.call === site.call) break;
    if (other.transport !== site.transport) continue;
    const found = isSameServer(site, other) ? again(site, other) : meetOn(site, other, around, around);
    if (found && runTogether(other.call, site.call, sites) && !mayClose(other, other.name, site.name)) return found;
  }
  for (const beside of besideOf(site, around)) {
    if (!beside.isEarlier) continue;
    const found = meetOn(site, beside.site, around, beside.around);
    if (found) return found;
  }
  if (half) return null;
  const rounds = roundsOf(site, sites);
  if (rounds) return { kind: "rounds", rounds };
  const served = servedBeside(site, around);
  return served && { kind: "export", served };
}

/** A default export that is served on the port of another listen of the file: that one is reported. */
export function isReportedBeside(site: Site, around: Surroundings): boolean {
  if (site.kind !== "api" || !site.isServedExport) return false;
  return around.sites.sites.some((each) => duplicateOf(each, around)?.kind === "export");
}

/** A default export that is served on the port of a listen that runs with the module. */
function servedBeside(site: ApiSite, around: Surroundings): ApiSite | null {
  const { sites } = around.sites;
  const served = sites.find((each): each is ApiSite => each.kind === "api" && each.isServedExport === true);
  if (!served || site.op !== "listen" || !staysWithoutCompany(served, around)) return null;
  if (enclosingFunction(site.call) || conditionsOf(site.call).length > 0) return null;
  return onUsualPort(site, served) && sitesOverlap(site, served, around.sites) === "same" ? served : null;
}

/** A listen of another module that has the port when the default export is served: that comes last of all. */
function servedAfter(served: ApiSite, around: Surroundings): Duplicate | null {
  if (!staysWithoutCompany(served, around)) return null;
  for (const { site, around: there } of besideOf(served, around, onUsualPort)) {
    if (takesPart(site, there) && sitesOverlap(served, site, around.sites, there.sites) === "same")
      return { kind: "port", other: site, overlap: "same" };
  }
  return null;
}

function onUsualPort(a: CallSite, b: CallSite): boolean {
  return usualPort(a) === usualPort(b);
}

/** The port that is opened where the environment names none. */
function usualPort({ endpoint }: CallSite): unknown {
  return endpoint.kind === "port" ? (endpoint.value ?? endpoint.fallback ?? endpoint.node) : endpoint;
}

const isAlone = once<Site, boolean>(staysWithoutCompany);

/** Whether a site is compared with others. What is exported to be served runs last of all: the listen beside it is reported. */
function takesPart(site: Site, around: Surroundings): site is ApiSite {
  return !(site.kind === "api" && site.isServedExport) && isAlone(site, around);
}

/** The sites of a file that are compared with one another. */
const participantsOf = once(({ sites }: FileSites, around) =>
  sites.filter((each): each is ApiSite => takesPart(each, around) || sharesAddress(each, around)),
);

/** A resolved listen on a port, or the bind of a datagram socket, that states or implies that nobody shares the port. */
function staysWithoutCompany(site: Site, { environment, process, sites }: Surroundings): site is ApiSite {
  if (site.kind !== "api" || process.isProbe(site) || process.inClusterWorker(site) !== "no") return false;
  if (badArguments(site, environment)) return false;
  if (site.op === "listen" && site.transport === "tcp")
    return (site.endpoint.kind === "port" || isOneServer(site)) && staysAlone(reuseOf(site, environment));
  if (!isDatagramBind(site)) return false;
  return (
    isOff(site, "reuseAddr", sites) &&
    isOff(site, "reusePort", sites) &&
    sites.uses(site.origins, ({ name }) => /Membership$/.test(name)).length === 0
  );
}

function isDatagramBind(site: Site): site is ApiSite {
  return site.kind === "api" && site.transport === "udp" && site.endpoint.kind === "port";
}

function isOff(site: ApiSite, name: string, sites: FileSites): boolean {
  const option = sites.creation(site)?.option(name);
  return option?.state === "absent" || option?.value === false;
}

/** The bind of a datagram socket that shares the port with those that do too, and with no other. */
function sharesAddress(site: Site, { environment, process, sites }: Surroundings): site is ApiSite {
  if (!isDatagramBind(site) || environment.runtime !== "node") return false;
  if (!environment.platforms.value.includes("linux") || badArguments(site, environment)) return false;
  if (process.isProbe(site) || process.inClusterWorker(site) !== "no") return false;
  const option = sites.creation(site)?.option("reuseAddr");
  return option?.value === true && !option.conditions?.length && isOff(site, "reusePort", sites);
}

/** The same port and overlapping addresses, where at least one of the two shares the port with nobody; the site takes part or shares. */
function meetOn(site: ApiSite, other: Site, around: Surroundings, there: Surroundings): Duplicate | null {
  const alone = takesPart(site, around);
  if (takesPart(other, there)) {
    if (alone) return onOnePort(site, other, around, there);
  } else if (!alone || !sharesAddress(other, there)) return null;
  const found = onOnePort(site, other, around, there);
  return found && { ...found, half: true };
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

/** The second call of one method of a server. */
function again(site: ApiSite, other: ApiSite): Duplicate | null {
  if (site.op === "bind") return { kind: "again", other, replaces: false };
  // Two readings of two calls, or an argument that may be anything: the same call in another form.
  if (!isOneServer(other)) return null;
  return { kind: "again", other, replaces: other.endpoint.kind === "port" && other.host.state !== "absent" };
}

function onOnePort(
  site: ApiSite,
  other: ApiSite,
  { sites, environment }: Surroundings,
  there: Surroundings,
): PortDuplicate | null {
  if (!onSamePort(site, other) || !isAlwaysThere(site, sites) || !isAlwaysThere(other, sites)) return null;
  const overlap = sitesOverlap(site, other, sites, there.sites);
  if (!overlap || (overlap === "wildcard" && !environment.platforms.value.includes("linux"))) return null;
  return { kind: "port", other, overlap };
}

/** The call opens this port whichever of its options objects counts: `listen(cert ? { port: 443 } : { port: 80 })` does not. */
function isAlwaysThere(site: ApiSite, { sites }: FileSites): boolean {
  // `{ ...(port && { port: 3000 }) }`
  if (site.option("port").conditions?.length) return false;
  if (site.conditions.length === conditionsOf(site.call).length) return true;
  const others = sites.filter((each) => each.call === site.call);
  return others.length > 1 && others.every((each) => each.kind === "api" && onSamePort(each, site));
}

/** The server that hands its requests to an application: `http.createServer(app)` beside `app.listen()`. */
export function servesOneApp(a: ApiSite, b: ApiSite): boolean {
  return applicationOf(a) !== null && applicationOf(a) === applicationOf(b);
}

function applicationOf(site: ApiSite): object | null {
  if (site.operation.again === "opens") return site.origins[0] ?? null;
  const made = site.origins.at(-1) as Node | undefined;
  if (made?.type !== "CallExpression" && made?.type !== "NewExpression") return null;
  const last = made.arguments.at(-1) as Node | undefined;
  const value = last ? resolve(unwrap(last)) : null;
  return value?.kind === "instance" ? (value.origins[0] ?? null) : null;
}

/** Another listen of the process fails because of this one: sharing the port on one side alone does not help. */
export function blocksAnother(site: Site, around: Surroundings): boolean {
  if (takesPart(site, around))
    for (const { site: other, around: there } of besideOf(site, around))
      if (takesPart(other, there) && onOnePort(site, other, around, there)) return true;
  return around.sites.sites.some((each) => {
    const duplicate = duplicateOf(each, around);
    return duplicate?.kind === "port" && duplicate.other.call === site.call;
  });
}
