import { moveStatementBefore } from "../fixes/index.ts";
import { NO_OPTIONS, type Rule, suggestion } from "../rule.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { inStraightFlow } from "../sockets/raw/flow.ts";

const CONSEQUENCES = {
  SO_REUSEADDR: ["A start over TIME_WAIT has failed by then", ", which is checked with the options of that moment"],
  SO_REUSEPORT: [
    "A second socket on the port has failed with EADDRINUSE by then",
    ": socket(7) wants it before the first bind of every socket on the port",
  ],
  IP_BIND_ADDRESS_NO_PORT: ["A port has been reserved by then, and nothing takes that back", ""],
} as const;

/** The reuse options take part in bind(); after it they come too late. */
const rule: Rule = {
  name: "no-late-socket-option",
  meta: {
    type: "problem",
    description: "Disallow setting SO_REUSEADDR, SO_REUSEPORT or IP_BIND_ADDRESS_NO_PORT after bind",
    recommended: "error",
    messages: {
      late: "{{consequence}}: {{option}} is set after `bind()`.",
      move: "Set it before `bind()`.",
    },
    help: {
      late: "Set it before `bind()`{{because}}.",
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
      data: { option, consequence: CONSEQUENCES[option][0], because: CONSEQUENCES[option][1] },
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
