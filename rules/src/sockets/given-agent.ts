import { unwrap, type Node } from "../analysis/ast.ts";
import { asksForIt } from "../analysis/options.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue } from "../analysis/variables.ts";
import { siteBehind } from "./collect.ts";
import type { CallSite } from "./site.ts";

/** Options by which a request is given what connects for it. A dispatcher may go through a proxy, a function may do anything. */
const OTHERS = ["dispatcher", "httpAgent", "httpsAgent", "createConnection"];

/** The agent that connects for a request: null where it is the default one, `unknown` where nobody can say what it does. */
export function agentOf(site: CallSite): CallSite | "unknown" | null {
  const { hasAgent, connectedBy = [] } = site.operation;
  if ([...OTHERS, ...connectedBy].some((name) => asksForIt(site.option(name)))) return "unknown";
  const agent = site.option("agent");
  return hasAgent === true && asksForIt(agent) && agent.node ? madeAt(agent.node) : null;
}

function madeAt(node: Node): CallSite | "unknown" | null {
  const at = unwrap(onlyValue(unwrap(node)) ?? node);
  const value = resolve(at);
  if (value?.kind === "path" && /^https?\.globalAgent$/.test(value.path)) return null;
  const made = at.type === "NewExpression" || at.type === "CallExpression" ? siteBehind(at) : undefined;
  return made?.operation.keepsConnections === true && !made.optionsUnknown ? made : "unknown";
}
