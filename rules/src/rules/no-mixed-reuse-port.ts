import { canShare, linuxGuard, stateReusePort } from "../fixes/sharing.ts";
import { NO_OPTIONS, type Rule, suggestion } from "../rule.ts";
import { conflictOf } from "../process/conflicts.ts";
import { portText } from "./port-text.ts";

/** SO_REUSEPORT works only when every socket on the port has it. */
const rule: Rule = {
  name: "no-mixed-reuse-port",
  meta: {
    type: "problem",
    description: "Disallow two listens on one port of which only one sets `reusePort`",
    recommended: "error",
    messages: {
      mixed:
        "`{{call}}` opens {{port}} without `reusePort`, another listen in this scope opens it with `reusePort: true`: the kernel shares a port only among sockets that all set it, so whichever comes second fails with EADDRINUSE.",
      alike: "Set `reusePort: {{value}}` here too.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const conflict = conflictOf(site, context);
    if (site.kind === "raw" || conflict?.kind !== "mixed") return null;
    const { other } = conflict;
    const option = site.option("reusePort");
    // A bare `true` would be the next finding.
    const value = linuxGuard(context);
    const alike = () => (canShare(site, context) ? stateReusePort(site, context, value) : null);
    return {
      messageId: "mixed",
      data: { call: site.label, port: portText(site) },
      at: option.at ?? site.name,
      related: [{ at: other.option("reusePort").at ?? other.name, message: "The other listen on this port." }],
      facts: ["reuse-port-needs-all"],
      suggestions: () => [suggestion("alike", alike(), { value })],
    };
  },
};
export default rule;
