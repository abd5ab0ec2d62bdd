import { enclosingFunction, type Call, type Node } from "../analysis/ast.ts";
import { textOf } from "../analysis/source.ts";
import { mentions } from "../analysis/text.ts";
import { isConstantPart } from "./constant-parts.ts";
import type { ApiSite, Site } from "./site.ts";
import { isSpent } from "./spent.ts";

/** A request that gets a connection which no other request can use. */
export type OwnAgent =
  /** An agent or pool made for it. */
  | { kind: "agent"; site: ApiSite }
  /** `agent: false`, at this option. */
  | { kind: "none"; site: ApiSite; value: Node };

/** Options that say the request is not one of many over TCP: a socket that is there. */
const OTHERWISE = ["socket", "socketPath", "createConnection"];
/** Words of tunnels, of sockets that are taken over, and of answers that do not end. */
const TUNNEL = /\bCONNECT\b|\b(?:[Uu]pgrade|UPGRADE)\b|["'`](?:connect|socket)["'`]|\btext\/event-stream\b/;

/** What a site makes for the requests of one call alone; null where it is kept, closed, or made with what varies by call. */
export function ownAgent(site: Site): OwnAgent | null {
  if (site.kind !== "api" || site.op !== "connect") return null;
  // Its other options are looked at last: every connect of a project comes by here.
  const own = madeAgent(site) ?? noAgent(site);
  return own && !isOtherwise(site) && !inTunnel(site.call) ? own : null;
}

function madeAgent(site: ApiSite): OwnAgent | null {
  const { operation, call } = site;
  if (operation.keepsConnections !== true || call.type !== "NewExpression") return null;
  const isSteady = call.arguments.every((each) => isConstantPart(each));
  return isSteady && isSpent(call) ? { kind: "agent", site } : null;
}

function noAgent(site: ApiSite): OwnAgent | null {
  if (site.operation.withoutAgent !== true) return null;
  const agent = site.option("agent");
  return agent.value === false && agent.node && !agent.conditions?.length && !site.optionsUnknown
    ? { kind: "none", site, value: agent.node }
    : null;
}

function isOtherwise(site: ApiSite): boolean {
  if (site.optionsUnknown) return OTHERWISE.slice(1).some((name) => mentions(site.file, name));
  return OTHERWISE.some((name) => site.option(name).state !== "absent");
}

/** A function whose connection serves nothing else by its nature. */
function inTunnel(call: Call): boolean {
  const fn = enclosingFunction(call);
  return fn !== null && TUNNEL.test(textOf(fn));
}
