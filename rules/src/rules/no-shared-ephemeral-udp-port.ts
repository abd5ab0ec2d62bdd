import { removeOptions } from "../fixes/index.ts";
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
        "Datagrams may go to the wrong socket, without an error: with `{{option}}` the kernel may choose a port in use.",
      remove: "Remove {{options}}: the kernel chooses a port that nobody holds.",
    },
    help: {
      shared: "Remove {{options}}: the kernel then chooses a port that nobody holds.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (!makesDatagramSocket(site)) return null;
    const names = (["reusePort", "reuseAddr"] as const).filter((each) => {
      const option = site.option(each);
      const isTrue = option.state === "known" && Boolean(option.value) && !option.conditions?.length;
      const dropped =
        each === "reusePort"
          ? reuseOf(site, context.environment).state !== "effective"
          : rowAgainst(site, each, context.environment) !== null;
      return isTrue && !dropped;
    });
    const [name] = names;
    const bind = bindOf(site, context);
    if (!name || bind?.endpoint.kind !== "ephemeral" || context.process.isProbe(bind)) return null;
    const option = site.option(name);
    const spell = (each: (typeof names)[number]) => site.operation.spelled?.[each] ?? each;
    const options = names.map((each) => `\`${spell(each)}\``).join(" and ");
    return {
      messageId: "shared",
      data: { option: spell(name), options },
      at: option.at ?? site.name,
      related: bind === site ? [] : [{ at: bind.name, message: "The port is bound here." }],
      facts: ["udp-port-zero-shares"],
      suggestions: () => [suggestion("remove", removeOptions(context.file, site, names), { options })],
    };
  },
};
export default rule;
