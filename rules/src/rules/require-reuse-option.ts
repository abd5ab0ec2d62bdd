import { insertSetsockopt } from "../fixes/raw.ts";
import { suggestion, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { conflictOf, differsByWorker } from "../sockets/conflicts.ts";
import { badArguments } from "../sockets/listen-arguments.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { reuseOf } from "../sockets/reuse.ts";
import { isTcpListen, type CallSite, type RawSite } from "../sockets/site.ts";
import { portText } from "./port-text.ts";
import { SHARING_MESSAGES, sharingSuggestions } from "../fixes/sharing.ts";

interface Options {
  apis: "forwarding" | "all";
}

/**
 * Whoever listens on a fixed port decides, knowingly or not, what happens when a second process does the same.
 * Node, Bun and Deno set SO_REUSEADDR by themselves, so the policy to state is `reusePort` or `exclusive`; a raw socket has to set SO_REUSEADDR.
 */
const rule: Rule<Options> = {
  name: "require-reuse-option",
  meta: {
    type: "suggestion",
    description: "Require a TCP server on a fixed port to state whether the port may be shared",
    recommended: "warn",
    messages: {
      noPolicy:
        "`{{call}}` opens {{port}} and states {{policy}}: a second process or thread that listens there fails with EADDRINUSE.",
      workerNoPolicy:
        "`{{call}}` runs in a worker and opens {{port}} without `reusePort`: if more than one worker gets there, all but the first fail with EADDRINUSE.",
      droppedOption:
        "`{{call}}` opens {{port}} and cannot hand `reusePort` to the socket: a second process that listens there fails with EADDRINUSE. To state a policy, {{instead}}.",
      rawRestart:
        "`listen()` on a socket that was bound without SO_REUSEADDR: after a restart `bind()` fails with EADDRINUSE for as long as connections of the old process are in TIME_WAIT, about 60 seconds on Linux.",
      setReuseAddr: "Set SO_REUSEADDR before `bind()`.",
      ...SHARING_MESSAGES,
    },
    schema: {
      type: "object",
      properties: {
        apis: {
          enum: ["forwarding", "all"],
          description:
            "`forwarding` reports only APIs that hand the option to the socket; `all` also those that drop it.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { apis: "forwarding" },
  },
  check: (site, context) => (site.kind === "raw" ? checkRaw(site, context) : checkListen(site, context)),
};
export default rule;

function checkListen(site: CallSite, context: RuleContext<Options>): Finding | null {
  if (!isTcpListen(site) || site.endpoint.kind !== "port" || site.repeated || isSharedByCluster(site, context))
    return null;
  const reuse = reuseOf(site, context.environment);
  if (reuse.state !== "absent" || conflictOf(site, context) || badArguments(site, context.environment)) return null;
  const policy = site.operation.noExclusive ? "no `reusePort`" : "neither `reusePort` nor `exclusive`";
  const data = { call: site.label, port: portText(site), policy };
  if (reuse.lost) {
    const { instead, fact } = reuse.lost;
    return context.options.apis === "all"
      ? { messageId: "droppedOption", data: { ...data, instead }, at: site.name, facts: fact ? [fact] : [] }
      : null;
  }
  const worker = context.process.workerSide(site) !== null;
  if (worker && differsByWorker(site, context.process)) return null;
  return {
    messageId: worker ? "workerNoPolicy" : "noPolicy",
    data,
    at: site.name,
    facts: ["listener-blocks-reuse-addr", "node-sets-reuse-addr", "second-copy-splits-silently"],
    suggestions: () => sharingSuggestions(site, context),
  };
}

/** What may run in a cluster worker shares the port there, or nobody has looked whether it does. */
function isSharedByCluster(site: CallSite, { process }: RuleContext<Options>): boolean {
  return process.inClusterWorker(site) !== "no" && process.clusterListen(site) !== "alone";
}

/** `bind` then `listen` on one descriptor, with nothing between them and `socket()` that sets a reuse option. */
function checkRaw(site: RawSite, { sites, file }: RuleContext<Options>): Finding | null {
  if (site.op !== "listen" || site.handedOver || site.stream === false) return null;
  const same = callsOn(site.fd, sites).filter((each) => each.call.range[0] < site.call.range[0]);
  const bind = same.find((each) => each.op === "bind");
  if (!bind || bind.endpoint.kind === "ephemeral" || bind.endpoint.kind === "ipc") return null;
  if (same.some(({ sets }) => sets === "SO_REUSEADDR" || sets === "SO_REUSEPORT" || sets === "unknown")) return null;
  return {
    messageId: "rawRestart",
    at: site.name,
    related: [{ at: bind.name, message: "The socket is bound here." }],
    facts: ["time-wait-blocks-plain-bind", "old-socket-needs-reuse-addr"],
    suggestions: () => [suggestion("setReuseAddr", insertSetsockopt(file, bind, "SO_REUSEADDR"))],
  };
}
