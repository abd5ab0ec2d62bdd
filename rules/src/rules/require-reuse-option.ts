import { insertSetsockopt } from "../fixes/raw.ts";
import { suggestion, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { conflictOf, differsByLaunch, differsByWorker } from "../process/conflicts.ts";
import { isReportedBeside } from "../process/duplicates.ts";
import { badArguments } from "../sockets/listen-arguments.ts";
import { callsOn } from "../sockets/raw/descriptors.ts";
import { reuseOf } from "../sockets/reuse.ts";
import { isTcpListen, type CallSite, type RawSite } from "../sockets/site.ts";
import { isMany } from "../process/counts.ts";
import { isCluster, sharesPorts } from "../process/run.ts";
import { loadedBy } from "../runs/on-import.ts";
import { firstOnes, nameWithTwoFamilies, portText } from "./port-text.ts";
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
      noPolicy: "A second copy that listens on {{port}} fails with EADDRINUSE: `{{call}}` does not share it.",
      noPolicyOnName:
        "A second copy may start without an error: on `{{host}}` Bun then takes the other address family of {{port}}.",
      workerNoPolicy:
        "All workers but {{first}} fail with EADDRINUSE if several open {{port}}: `{{call}}` does not share it.",
      droppedOption: "A second copy that listens on {{port}} fails with EADDRINUSE: `{{call}}` cannot share it.",
      rawRestart: "A restart fails with EADDRINUSE while old connections are in TIME_WAIT: SO_REUSEADDR is not set.",
      setReuseAddr: "Set SO_REUSEADDR before `bind()`.",
      ...SHARING_MESSAGES,
    },
    help: {
      noPolicy: "{{decision}}",
      noPolicyOnName: "Listen on one address, such as 127.0.0.1 or ::1, and state {{policy}}.",
      workerNoPolicy: "State `reusePort: false`, share the port on Linux, or give every worker a port of its own.",
      droppedOption: "To state a policy, {{instead}}.",
      rawRestart: "Set it before `bind()`: TIME_WAIT lasts about 60 seconds on Linux.",
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
  const { environment } = context;
  // One decision for the package: whoever says nothing opens the port alone.
  if (environment.listens?.value === "single") return null;
  const reuse = reuseOf(site, environment);
  if (reuse.state !== "absent" || opensNoPort(site, context)) return null;
  const specific = specificRule(site, context);
  if (specific !== null && context.isOn(specific)) return null;
  const policy = site.operation.noExclusive ? "`reusePort: false`" : "`reusePort: false` or `exclusive`";
  const name = nameWithTwoFamilies(site, context.environment);
  const data = { call: site.label, port: portText(site), policy, host: name ?? "", first: firstOnes(name) };
  if (reuse.lost) {
    const { instead, fact } = reuse.lost;
    return context.options.apis === "all"
      ? { messageId: "droppedOption", data: { ...data, instead }, at: site.name, facts: fact ? [fact] : [] }
      : null;
  }
  const decision = environment.listens
    ? `State it here; \`${environment.listens.by}\` is "shared".`
    : `State ${policy}, or decide once for the package: \`"portreuse": { "listens": "single" }\` in ${environment.settingsFile}.`;
  const runs = context.runs(site);
  const alone = context.process.clusterListen(site) === "alone";
  if (runs.some(({ kind }) => sharesPorts(kind) && !(alone && isCluster(kind)))) return null;
  if (differsByLaunch(site, runs)) return null;
  const worker =
    context.process.workerSide(site) !== null ||
    runs.some(({ kind, certainty }) => kind === "thread" && certainty === "proven");
  const many = mayBeMany(context) || runs.some(({ kind, count }) => kind === "thread" && isMany(count));
  if (worker && many && differsByWorker(site, context.process)) return null;
  if (specific === null && context.isOn("no-listen-on-import") && loadedBy(site, context)) return null;
  return {
    messageId: worker ? "workerNoPolicy" : name === null ? "noPolicy" : "noPolicyOnName",
    data: { ...data, decision },
    at: site.name,
    facts: [
      ...(name === null || worker
        ? (["listener-blocks-reuse-addr", "node-sets-reuse-addr"] as const)
        : (["bun-localhost-second-copy"] as const)),
      "second-copy-splits-silently",
    ],
    suggestions: () => sharingSuggestions(site, context),
  };
}

/** The rule that says more of a listen than this one does, and takes its place where it is on. */
function specificRule(site: CallSite, context: RuleContext<Options>): string | null {
  const conflict = conflictOf(site, context);
  if (conflict?.kind === "mixed") return "no-mixed-reuse-port";
  if (conflict?.kind === "duplicate" || isReportedBeside(site, context)) return "no-duplicate-listen";
  if (conflict) return "no-worker-port-conflict";
  return badArguments(site, context.environment) ? "valid-listen-arguments" : null;
}

/** The call itself throws, or opens a path: there is nothing that a second copy could meet. */
function opensNoPort(site: CallSite, context: RuleContext<Options>): boolean {
  const bad = badArguments(site, context.environment);
  if (bad) return bad.kind !== "range";
  const conflict = conflictOf(site, context);
  return conflict?.kind === "duplicate" && conflict.duplicate.kind === "again" && !conflict.duplicate.replaces;
}

/** Workers are started here, and not a single one. */
function mayBeMany({ process }: RuleContext<Options>): boolean {
  return process.starts.some(({ many, launch }) => many || launch.count === "unknown");
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
