import { removeOption } from "../fixes/index.ts";
import { NO_OPTIONS, type Rule, suggestion } from "../rule.ts";
import { reuseOf, rowAgainst } from "../sockets/reuse.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";

/** For UDP the kernel may hand out a port that another socket with the same flag holds: datagrams then go to the wrong one. */
const rule: Rule = {
  name: "no-shared-ephemeral-udp-port",
  meta: {
    type: "problem",
    description: "Disallow `reuseAddr` and `reusePort` on UDP sockets with an ephemeral port",
    recommended: "error",
    messages: {
      shared:
        "A UDP socket with `{{option}}` is bound to an ephemeral port: the kernel may choose a port that another socket with the same option holds already, and datagrams go to the wrong one, without an error.",
      remove: "Remove `{{option}}`: the kernel chooses a port that nobody holds.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (!makesDatagramSocket(site)) return null;
    const name = (["reusePort", "reuseAddr"] as const).find((each) => {
      const option = site.option(each);
      const isTrue = option.state === "known" && Boolean(option.value) && !option.conditions?.length;
      const dropped =
        each === "reusePort"
          ? reuseOf(site, context.environment).state !== "effective"
          : rowAgainst(site, each, context.environment) !== null;
      return isTrue && !dropped;
    });
    const bind = bindOf(site, context);
    if (!name || bind?.endpoint.kind !== "ephemeral" || context.process.isProbe(bind)) return null;
    const option = site.option(name);
    const written = site.operation.spelled?.[name] ?? name;
    return {
      messageId: "shared",
      data: { option: written },
      at: option.at ?? site.name,
      related: bind === site ? [] : [{ at: bind.name, message: "The port is bound here." }],
      facts: ["udp-port-zero-shares"],
      suggestions: () => [suggestion("remove", removeOption(context.file, site, name), { option: written })],
    };
  },
};
export default rule;
