import { removeOption } from "../fixes/index.ts";
import { isAlone } from "../fixes/sharing.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { PLATFORMS } from "../settings.ts";
import { isTrueOn, reuseOf } from "../sockets/reuse.ts";
import { isTcpListen } from "../sockets/site.ts";
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
    if (environment.runtime !== "node" || site.repeated || process.clusterRole(site) !== "worker") return null;
    const reuse = reuseOf(site, environment);
    if (reuse.state !== "effective") return null;
    const { option } = reuse;
    if (!PLATFORMS.some((each) => isTrueOn(site, option, each) === true)) return null;
    const relies = process.reliesOnPrimary;
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
