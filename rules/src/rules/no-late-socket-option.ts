import { moveStatementBefore } from "../fixes/index.ts";
import { NO_OPTIONS, type Rule, suggestion } from "../rule.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { inStraightFlow } from "../sockets/raw/flow.ts";

const CONSEQUENCES = {
  SO_REUSEADDR: "bind() has been checked without it, so a restart over TIME_WAIT has failed by then",
  SO_REUSEPORT:
    "socket(7) wants it before the first bind of every socket on the port, and a second socket that sets it late fails with EADDRINUSE",
  IP_BIND_ADDRESS_NO_PORT: "bind() has reserved a port already, and the option changes nothing any more",
} as const;

/** The reuse options take part in bind(); after it they come too late. */
const rule: Rule = {
  name: "no-late-socket-option",
  meta: {
    type: "problem",
    description: "Disallow setting SO_REUSEADDR, SO_REUSEPORT or IP_BIND_ADDRESS_NO_PORT after bind",
    recommended: "error",
    messages: {
      late: "{{option}} is set after `bind()` on the same descriptor: {{consequence}}.",
      move: "Set it before `bind()`.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, { file, sites }) {
    if (site.kind !== "raw") return null;
    const option = site.sets;
    if (option === null || option === "other" || option === "unknown") return null;
    const bind = callsOn(site.fd, sites).find((each) => each.op === "bind" && inStraightFlow(each.call, site.call));
    if (!bind) return null;
    return {
      messageId: "late",
      data: { option, consequence: CONSEQUENCES[option] },
      at: site.name,
      related: [{ at: bind.name, message: "The socket is bound here." }],
      facts:
        option === "IP_BIND_ADDRESS_NO_PORT"
          ? ["no-port-before-bind"]
          : option === "SO_REUSEPORT"
            ? ["reuse-port-before-bind"]
            : ["time-wait-blocks-plain-bind"],
      suggestions: () => [suggestion("move", moveStatementBefore(file, site.call, bind.call))],
    };
  },
};
export default rule;
