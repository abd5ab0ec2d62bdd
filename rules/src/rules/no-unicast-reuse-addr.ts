import { removeOption } from "../fixes/index.ts";
import { NO_OPTIONS, type Rule, suggestion } from "../rule.ts";
import { isSet } from "../analysis/options.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";

/** For unicast UDP, SO_REUSEADDR is not sharing: the socket that was bound last takes every datagram. */
const rule: Rule = {
  name: "no-unicast-reuse-addr",
  meta: {
    type: "problem",
    description: "Disallow `reuseAddr` on UDP sockets that receive neither multicast nor broadcast",
    recommended: "warn",
    messages: {
      unicast: "{{who}} binds {{port}} later takes every datagram: `{{option}}: true` lets it.",
      remove: "Remove `{{option}}`: a second bind fails with EADDRINUSE.",
    },
    help: {
      unicast:
        "Remove it. A receiver of broadcasts looks the same: call `setBroadcast(true)` there, or disable the rule for the line.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (!makesDatagramSocket(site)) return null;
    const option = site.option("reuseAddr");
    if (option.value !== true || isSet(site.option("reusePort"))) return null;
    const bind = bindOf(site, context);
    if (bind?.endpoint.kind !== "port" || context.process.isProbe(bind)) return null;
    const uses = context.sites.uses(site.origins);
    if (
      uses.some((use) => /^(?:add\w*Membership|setBroadcast|setMulticast\w+|joinMulticast\w+)$/.test(use.name)) ||
      context.sites.escapes(site.origins)
    )
      return null;
    const name = site.operation.spelled?.reuseAddr ?? "reuseAddr";
    return {
      messageId: "unicast",
      data: {
        option: name,
        port: bind.endpoint.value === undefined ? "the port" : `port ${bind.endpoint.value}`,
        who: context.environment.platforms.value.includes("linux")
          ? "On Linux a process of any user that"
          : "A process that",
      },
      at: option.at ?? site.name,
      related: bind === site ? [] : [{ at: bind.name, message: "The port is bound here." }],
      facts: ["udp-reuse-addr-last-takes-all", "udp-reuse-addr-no-user-check"],
      suggestions: () => [suggestion("remove", removeOption(context.file, site, "reuseAddr"), { option: name })],
    };
  },
};
export default rule;
