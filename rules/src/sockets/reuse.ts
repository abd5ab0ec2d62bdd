import { evaluate } from "../analysis/constants.ts";
import { asksForIt, isSet, optionIn, type KnownOption, type OpenOption, type Option } from "../analysis/options.ts";
import type { FlagValue, Ignored, Operation, Runtime } from "../catalogue/types.ts";
import type { FactId } from "../kernel/facts.ts";
import { sitesOf } from "./collect.ts";
import { sharesByDefault } from "./default-sharing.ts";
import type { CallSite, FileSites } from "./site.ts";
import { onlyOldNode } from "./versions.ts";
import { allHold } from "./neutral-conditions.ts";
import { isSame } from "../analysis/identities.ts";
import { exclude } from "../analysis/conditions.ts";
import { onPlatform } from "../analysis/assumptions.ts";
import type { Environment } from "../environment.ts";
import { whyNoBoolean, whyTooOld, whyWithoutPort, type Why } from "./why-ignored.ts";

/** What becomes of `reusePort` at one call, in one environment. */
export type Reuse =
  /** Nobody says anything. `lost`: the call could not hand the option on, and what to do instead. */
  | { state: "absent"; lost: Lost | null }
  /** The option may stand in a spread or in an object from elsewhere. */
  | { state: "unknown" }
  /**
   * A policy is stated, and it is not sharing: `reusePort: false`, `exclusive` with any value, or either of them in a
   * place that belongs to the server rather than to this call.
   */
  | { state: "stated"; by: "reusePort" | "exclusive" | "elsewhere" }
  /** The option reaches the socket. `constant`: it is true whatever stands around it; else it may be. */
  | { state: "effective"; option: OpenOption | KnownOption; constant: boolean }
  /** The option is there and asks for sharing, and nothing comes of it. */
  | { state: "ignored"; option: OpenOption | KnownOption; by: "call" | "endpoint" | "type" | "version"; why: Why }
  /** The API shares the port because nothing tells it not to. */
  | { state: "default"; fact: FactId | undefined };

interface Lost {
  /** What to do instead, as a verb phrase. */
  instead: string;
  fact?: FactId;
}

/** Platforms on which libuv refuses SO_REUSEPORT with ENOTSUP (fact reuse-port-unsupported). */
export const UNSUPPORTED: readonly string[] = ["darwin", "win32", "openbsd", "netbsd", "sunos"];

const verdicts = new WeakMap<CallSite, WeakMap<Environment, Reuse>>();

/** The verdict on a call, computed once. It depends on the environment: on the runtime and on the versions of Node. */
export function reuseOf(site: CallSite, environment: Environment): Reuse {
  let known = verdicts.get(site);
  if (!known) verdicts.set(site, (known = new WeakMap()));
  let reuse = known.get(environment);
  if (!reuse) known.set(environment, (reuse = judge(site, environment)));
  return reuse;
}

/** The call itself is silent about `reusePort`, or says no: the port is not shared, as far as the call decides. */
export function isUnshared({ state }: Reuse): boolean {
  return state === "absent" || state === "stated";
}

function judge(site: CallSite, environment: Environment): Reuse {
  const option = site.option("reusePort");
  if (option.state === "unknown") return { state: "unknown" };
  if (!isSet(option)) return withoutOption(site, environment);
  if (!asksForIt(option)) return { state: "stated", by: "reusePort" };
  const row = rowAgainst(site, "reusePort", environment);
  if (row) return { state: "ignored", option, by: "call", why: row };
  const { operation } = site;
  const noPort = site.op === "listen" && site.transport === "tcp" ? whyWithoutPort(site, environment) : null;
  if (noPort) return { state: "ignored", option, by: "endpoint", why: noPort };
  if (operation.reusePort !== "forwarded" && operation.reusePort !== "default")
    return { state: "stated", by: "reusePort" };
  const taken = flagValueOf(operation, environment.runtime);
  if (taken !== "truthy" && taken !== null && option.state === "known" && typeof option.value !== "boolean")
    // Where it fails the call nobody shares anything.
    return taken === "strict"
      ? { state: "ignored", option, by: "type", why: whyNoBoolean(environment) }
      : { state: "stated", by: "reusePort" };
  if (onlyOldNode(environment)) return { state: "ignored", option, by: "version", why: whyTooOld(site) };
  return { state: "effective", option, constant: isConstantTrue(site, option) };
}

function withoutOption(site: CallSite, environment: Environment): Reuse {
  if (site.operation.reusePort === "default") {
    const shares = sharesByDefault(site, environment);
    if (shares === null) return { state: "unknown" };
    return shares ? { state: "default", fact: site.operation.sharing?.fact } : { state: "stated", by: "elsewhere" };
  }
  if (site.option("exclusive").state !== "absent") return { state: "stated", by: "exclusive" };
  return isStatedElsewhere(site)
    ? { state: "stated", by: "elsewhere" }
    : { state: "absent", lost: lostBy(site, environment) };
}

const POLICIES = ["reusePort", "exclusive"];

/**
 * `reusePort` or `exclusive` in an argument that the call does not read, where the server was made, or in another branch:
 * `win32 ? { port } : { port, reusePort: true }` leaves it out on purpose.
 */
function isStatedElsewhere(site: CallSite): boolean {
  if (statingListens(sitesOf(site.file)).some((other) => isOtherBranch(other, site))) return true;
  if (
    site.stray.some((each) => POLICIES.some((name) => optionIn(site.file, each, [name], site.call).state !== "absent"))
  )
    return true;
  const creation = sitesOf(site.file).creation(site);
  return creation !== null && POLICIES.some((name) => isSet(creation.option(name)));
}

const stating = new WeakMap<FileSites, readonly CallSite[]>();

/** The listens on ports that say anything about sharing, found out once: every listen of a file asks for them. */
function statingListens(sites: FileSites): readonly CallSite[] {
  let found = stating.get(sites);
  if (!found) {
    found = sites.sites.filter(
      (each): each is CallSite =>
        each.kind !== "raw" &&
        each.op === "listen" &&
        each.endpoint.kind === "port" &&
        POLICIES.some((name) => isSet(each.option(name))),
    );
    stating.set(sites, found);
  }
  return found;
}

/** The listen of the same server that happens in place of this one: another form of the call, or a branch that excludes it. */
function isOtherBranch(other: CallSite, site: CallSite): boolean {
  if (other === site) return false;
  if (other.call === site.call) return true;
  return isSame(other.origins, site.origins) && exclude(other.conditions, site.conditions);
}

function lostBy(site: CallSite, environment: Environment): Lost | null {
  const { operation } = site;
  const row = rowAgainst(site, "reusePort", environment);
  const drops =
    row !== null ||
    operation.reusePort === "dropped" ||
    operation.reusePort === "refused" ||
    (operation.positionalDrops === true && !site.options);
  if (!drops) return null;
  const instead = operation.instead ?? row?.instead ?? "create the server yourself";
  return { instead, ...(row?.fact && { fact: row.fact }) };
}

/** The row by which this call ignores an option, in this runtime and with what stands beside it. */
export function rowAgainst(site: CallSite, option: string, environment: Environment): Ignored | null {
  return (
    site.operation.ignores?.find(
      (row) =>
        row.option === option &&
        (row.runtime === undefined || row.runtime === environment.runtime) &&
        (row.beside === undefined || site.option(row.beside).value === true),
    ) ?? null
  );
}

/** Whether `reusePort` at this call would get to a socket that has a port, in this runtime. */
export function reachesSocket(site: CallSite, environment: Environment): boolean {
  return rowAgainst(site, "reusePort", environment) === null && whyWithoutPort(site, environment) === null;
}

/** One options object serves two calls, and the other one reads this very option. */
export function isReadElsewhere(
  site: CallSite,
  { at }: Option,
  { option }: Ignored,
  environment: Environment,
): boolean {
  const name = option.split(".").at(-1)!;
  return sitesOf(site.file).sites.some(
    (other) =>
      other.kind !== "raw" &&
      other.call !== site.call &&
      at !== undefined &&
      other.option(name).at === at &&
      rowAgainst(other, name, environment) === null,
  );
}

/** How a call takes an option that is on or off; null where nobody has looked. */
export function flagValueOf({ flagValue }: Operation, runtime: Runtime): FlagValue | null {
  return (typeof flagValue === "object" ? flagValue[runtime] : flagValue) ?? null;
}

/** `value: true`, whatever stands around it. */
function isConstantTrue(site: CallSite, option: Option): boolean {
  return option.state === "known" && counts(site, option.value);
}

/** Whether an option is true on a platform: its value and everything it depends on. Null when that depends on more. */
export function isTrueOn(site: CallSite, option: Option, platform: string): boolean | null {
  if (!isSet(option) || !option.node) return option.state === "absent" ? false : null;
  const around = allHold([...(option.conditions ?? []), ...site.conditions], platform);
  if (around === false) return false;
  const known = option.state === "known" ? option : evaluate(option.node, onPlatform(platform));
  if (!known) return null;
  return counts(site, known.value) ? around : false;
}

function counts(site: CallSite, value: unknown): boolean {
  return site.operation.flagValue === "truthy" ? Boolean(value) : value === true;
}
