import { removeOption } from "../fixes/index.ts";
import { UNSHARING_MESSAGES, unsharing } from "../fixes/sharing.ts";
import { takeable } from "../process/unicast.ts";
import { NO_OPTIONS, type Rule, type RuleContext, suggestion } from "../rule.ts";
import type { CallSite } from "../sockets/site.ts";

/** For unicast UDP, SO_REUSEADDR is not sharing: the socket that was bound last takes every datagram. */
const rule: Rule = {
  name: "no-unicast-reuse-addr",
  meta: {
    type: "problem",
    description: "Disallow `reuseAddr` on UDP sockets that receive neither multicast nor broadcast",
    recommended: "warn",
    messages: {
      unicast: "{{who}} binds {{port}} later takes every datagram: `{{option}}: true` lets it.",
      removeReuse: "Remove `{{option}}`: a second bind fails with EADDRINUSE.",
      removeBeside: "Remove `{{option}}`: with `reusePort` alone a bind of another user fails with EADDRINUSE.",
      ...UNSHARING_MESSAGES,
    },
    help: {
      unicast:
        "Remove it. A receiver of broadcasts looks the same: call `setBroadcast(true)` there, or disable the rule for the line.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const taken = takeable(site, context);
    if (!taken || site.kind === "raw") return null;
    const { bind, both } = taken;
    const option = site.option("reuseAddr");
    const name = site.operation.spelled?.reuseAddr ?? "reuseAddr";
    return {
      messageId: "unicast",
      data: {
        option: name,
        port:
          bind.endpoint.kind === "port" && bind.endpoint.value !== undefined
            ? `port ${bind.endpoint.value}`
            : "the port",
        who: context.environment.platforms.value.includes("linux")
          ? "On Linux a process of any user that"
          : "A process that",
      },
      at: option.at ?? site.name,
      related: bind === site ? [] : [{ at: bind.name, message: "The port is bound here." }],
      facts: [
        "udp-reuse-addr-last-takes-all",
        both ? "udp-both-options-no-user-check" : "udp-reuse-addr-no-user-check",
      ],
      suggestions: () => {
        if (both && isForOne(site, context)) return [unsharing(site, context)];
        const removed = removeOption(context.file, site, "reuseAddr");
        return [suggestion(both ? "removeBeside" : "removeReuse", removed, { option: name })];
      },
    };
  },
};
export default rule;

/** Nothing shows that the port is to be shared: without `reuseAddr` the next finding would be that. */
function isForOne(site: CallSite, { process }: RuleContext<object>): boolean {
  return !process.secondInSight && site.conditions.length === 0 && !process.handlesUnsupported(site);
}
