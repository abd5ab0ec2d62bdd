import type { Node } from "../analysis/ast.ts";
import { removeOption } from "../fixes/index.ts";
import { primaryUse } from "../process/primary.ts";
import { isAlone } from "../fixes/sharing.ts";
import { NO_OPTIONS, suggestion, type Rule, type RuleContext } from "../rule.ts";
import { PLATFORMS } from "../settings.ts";
import { isTrueOn, reuseOf } from "../sockets/reuse.ts";
import { isTcpListen, type Site } from "../sockets/site.ts";
import { makesDatagramSocket } from "../sockets/udp.ts";

/** A worker that sets `reusePort` binds by itself, and the primary knows nothing of it. */
const rule: Rule = {
  name: "no-cluster-bypass",
  meta: {
    type: "problem",
    description: "Disallow `reusePort` in cluster workers of a program that relies on the primary",
    recommended: "warn",
    messages: {
      bypass:
        "The primary sees no 'listening', and `worker.disconnect()` leaves the port open: `reusePort` bypasses it.",
      remove: "Remove `reusePort`: the primary shares its socket with the workers.",
    },
    help: {
      bypass:
        "This program relies on the primary: remove `reusePort`, and the primary shares its socket with the workers.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const { file, environment, process } = context;
    if (!isTcpListen(site) && !makesDatagramSocket(site)) return null;
    if (environment.runtime !== "node" || site.repeated || process.clusterRole(site) === "primary") return null;
    const reuse = reuseOf(site, environment);
    if (reuse.state !== "effective") return null;
    const { option } = reuse;
    if (!PLATFORMS.some((each) => isTrueOn(site, option, each) === true)) return null;
    const relies = relyingPlace(site, context);
    if (!relies) return null;
    return {
      messageId: "bypass",
      at: option.at ?? site.name,
      related: [{ at: relies, message: "Here the program relies on the primary." }],
      facts: ["cluster-reuse-port-bypasses-primary", "cluster-shares-by-default"],
      suggestions: () => [suggestion("remove", isAlone(site, context) ? removeOption(file, site, "reusePort") : null)],
    };
  },
};
export default rule;

/** Where the program that runs a site as a cluster worker relies on its primary: in this file, or in the one that starts it. */
function relyingPlace(site: Site, { process, runs }: RuleContext<object>): Node | null {
  if (process.clusterRole(site) === "worker" && process.reliesOnPrimary) return process.reliesOnPrimary;
  for (const { kind, certainty, starter } of runs(site)) {
    const file = kind === "cluster" && certainty === "proven" ? starter?.() : null;
    const place = file && primaryUse(file);
    if (place) return place;
  }
  return null;
}
