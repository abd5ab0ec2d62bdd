import { asksForIt } from "../analysis/options.ts";
import type { Runtime } from "../catalogue/types.ts";
import { defaultAgentOf, madeAt } from "./default-agent.ts";
import type { CallSite } from "./site.ts";

/** Options by which a request is given what connects for it. A dispatcher may go through a proxy, a function may do anything. */
const OTHERS = ["dispatcher", "httpAgent", "httpsAgent", "createConnection"];

/** The agent that connects for a request: null where it is the default one, `unknown` where nobody can say what it does. */
export function agentOf(site: CallSite, runtime: Runtime): CallSite | "unknown" | null {
  const { hasAgent, connectedBy = [] } = site.operation;
  if ([...OTHERS, ...connectedBy].some((name) => asksForIt(site.option(name)))) return "unknown";
  const agent = site.option("agent");
  if (hasAgent === true && asksForIt(agent)) {
    const found = agent.node ? madeAt(agent.node) : null;
    if (found !== null) return found;
  }
  return agent.value === false ? null : defaultAgentOf(site, runtime);
}
