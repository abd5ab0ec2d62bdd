import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { Port } from "../../ports/port.ts";
import type { ErrorCode } from "../consequences/errors.ts";
import { portSentence } from "../../ports/words.ts";
import type { HoverInput, HoverPart } from "./part.ts";

/** Of how many ports of a file the hover of EADDRINUSE speaks. */
const PORTS = 3;

/** Who holds the port of a listen at this moment, on the machine that the server runs on. */
export const rightNow: HoverPart = (input) => {
  const { ports } = input.settings;
  if (!ports) return [];
  return portsOf(input).flatMap((port) => {
    const state = ports(port);
    return state ? [`*Right now*: ${portSentence(state, new Date())}`] : [];
  });
};

/** The port of a call, or the ports that a file listens on where EADDRINUSE stands in it. */
function portsOf({ target, call, context }: HoverInput): Port[] {
  if (target.kind === "error") return isPortInUse(target.code) ? listens(context).slice(0, PORTS) : [];
  if (target.kind !== "site" || target.site.kind === "raw") return [];
  // What is made by createSocket is bound elsewhere, at the port that the call knows.
  if (call && call.op !== "connect" && call.port !== undefined)
    return call.port === "unknown" ? [] : atPort(call.port.known, call.transport);
  return own(target.site);
}

/** What Node.js and Bun call it, and Deno. */
function isPortInUse(code: ErrorCode): boolean {
  return code === "EADDRINUSE" || code === "AddrInUse";
}

function own({ endpoint, transport }: RuleContext<object>["sites"]["sites"][number]): Port[] {
  if (endpoint.kind !== "port" || endpoint.value === undefined) return [];
  return atPort(endpoint.value, transport === "udp" ? "udp" : "tcp");
}

/** The constant ports that a file listens on or binds, each once. */
function listens({ sites }: RuleContext<object>): Port[] {
  const all = sites.sites.flatMap((site) => (site.kind === "raw" ? [] : own(site)));
  return all.filter(
    (port, i) => all.findIndex((each) => each.number === port.number && each.transport === port.transport) === i,
  );
}

function atPort(number: number, transport: Port["transport"]): Port[] {
  return number > 0 && number <= 65_535 ? [{ number, transport }] : [];
}
