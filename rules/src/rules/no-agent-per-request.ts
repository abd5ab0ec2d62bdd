import { liftAgent, liftNone } from "../fixes/lift-agent.ts";
import type { FactId } from "../kernel/facts.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { repeated, type Repeated } from "../process/repeats.ts";
import { ownAgent } from "../sockets/own-agents.ts";

/** What opens the connections, by where the agent is made. */
const ROUNDS: Readonly<Record<Repeated["by"], string>> = {
  loop: "round of the loop",
  handler: "request that is answered",
  function: "call",
};

const HELP = "Make one agent outside, with `keepAlive: true`, and use it for all requests.";

/** An agent keeps connections for the next request; one that is made for each request has no next one. */
const rule: Rule = {
  name: "no-agent-per-request",
  meta: {
    type: "suggestion",
    description: "Disallow an HTTP agent that serves one call alone",
    recommended: "off",
    trigger: "agents",
    messages: {
      agent: "Every {{round}} opens connections of its own: no other request uses this `{{call}}`.",
      pool: "Every {{round}} opens connections of its own: no other request uses this `{{call}}`.",
      none: "Every {{round}} opens a connection of its own: `agent: false` keeps none for the next request.",
      lift: "Make it once, outside, with `keepAlive: true`.",
      liftPool: "Make it once, outside.",
      liftNone: "Use one agent with `keepAlive: true` for all requests.",
    },
    help: { agent: HELP, none: HELP, pool: "Make one outside, and use it for all requests." },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, { file, environment }) {
    const own = ownAgent(site);
    const round = own && repeated(site.call);
    if (!own || !round) return null;
    const { operation } = own.site;
    const pool = own.kind === "agent" && operation.reusesConnectionsWith === undefined;
    const facts: readonly FactId[] = pool ? ["undici-agent-per-request"] : ["node-agent-per-request"];
    return {
      messageId: pool ? "pool" : own.kind,
      data: { call: site.label, round: ROUNDS[round.by] },
      at: own.kind === "none" ? own.value : site.name,
      related: round.by === "loop" ? [{ at: round.at, message: "The loop that makes one in every round." }] : [],
      facts: environment.runtime === "node" ? facts : [],
      suggestions: () =>
        own.kind === "none"
          ? [suggestion("liftNone", liftNone(file, own.site, own.value))]
          : [suggestion(pool ? "liftPool" : "lift", liftAgent(file, own.site))],
    };
  },
};
export default rule;
