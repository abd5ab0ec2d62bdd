import { insertSetsockopt } from "../fixes/raw.ts";
import type { Finding, Rule, RuleContext } from "../rule.ts";
import { variesByWorker } from "../process/index.ts";
import {
  conflictBeside,
  exclusiveInCluster,
  mixedWith,
  portText,
  statesPolicy,
  whyIgnored,
  workerConflict,
} from "../sockets/sharing.ts";
import type { Site } from "../sockets/sites.ts";
import { SHARING_MESSAGES, sharingSuggestions } from "./sharing-suggestions.ts";

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
        "`{{call}}` opens {{port}} and states neither `reusePort` nor `exclusive`: a second process or thread that listens there fails with EADDRINUSE.",
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
  check: (site, context) => (site.raw ? checkRaw(site, context) : checkListen(site, context)),
};
export default rule;

function checkListen(site: Site, context: RuleContext<Options>): Finding | null {
  if (site.op !== "listen" || site.transport !== "tcp" || site.endpoint.kind !== "port" || site.repeated) return null;
  if (isSharedByCluster(site, context) || statesPolicy(site, context.sites)) return null;
  const { operation } = site;
  if (
    operation.reusePort === "default" ||
    workerConflict(site, context) ||
    conflictBeside(site, context) ||
    exclusiveInCluster(site, context) ||
    mixedWith(site, context)
  )
    return null;
  const why = whyIgnored(site, context.environment);
  const drops =
    operation.reusePort === "dropped" ||
    operation.reusePort === "refused" ||
    (operation.positionalDrops === true && !site.settings) ||
    why !== null;
  const data = {
    call: site.label,
    port: portText(site),
    instead: operation.instead ?? why?.instead ?? "create the server yourself",
  };
  if (drops)
    return context.options.apis === "all"
      ? { messageId: "droppedOption", data, at: site.name, facts: ["node-reuse-port-second-argument"] }
      : null;
  const worker = context.process.workerSide(site) !== null;
  if (worker && site.endpoint.node && variesByWorker(site.endpoint.node, context.process.starts)) return null;
  return {
    messageId: worker ? "workerNoPolicy" : "noPolicy",
    data,
    at: site.name,
    facts: ["listener-blocks-reuse-addr", "node-sets-reuse-addr", "second-copy-splits-silently"],
    suggestions: sharingSuggestions(site, context),
  };
}

/** What may run in a cluster worker shares the port there, or nobody has looked whether it does. */
function isSharedByCluster(site: Site, { process }: RuleContext<Options>): boolean {
  return process.inClusterWorker(site) !== "no" && process.clusterListen(site) !== "alone";
}

/** `bind` then `listen` on one descriptor, with nothing between them and `socket()` that sets a reuse option. */
function checkRaw(site: Site, { sites, file }: RuleContext<Options>): Finding | null {
  if (site.raw?.fn !== "listen" || site.raw.handedOver || site.raw.stream === false) return null;
  const same = sites.sites.filter((each) => each.raw?.fd === site.raw?.fd && each.call.range[0] < site.call.range[0]);
  const bind = same.find((each) => each.raw?.fn === "bind");
  if (!bind || bind.endpoint.kind === "ephemeral" || bind.endpoint.kind === "ipc") return null;
  if (
    same.some(
      (each) =>
        each.raw?.option === "SO_REUSEADDR" || each.raw?.option === "SO_REUSEPORT" || each.raw?.option === "unknown",
    )
  )
    return null;
  const edits = insertSetsockopt(file, bind, "SO_REUSEADDR");
  return {
    messageId: "rawRestart",
    at: site.name,
    related: [{ at: bind.name, message: "The socket is bound here." }],
    facts: ["time-wait-blocks-plain-bind", "old-socket-needs-reuse-addr"],
    suggestions: [edits && { messageId: "setReuseAddr", edits }],
  };
}
