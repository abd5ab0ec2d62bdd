import { removeOption } from "../fixes/index.ts";
import { basename } from "node:path";
import { conflictOf } from "../process/conflicts.ts";
import { sharesPorts, type Run } from "../process/run.ts";
import { NO_OPTIONS, suggestion, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { printableInCode } from "../printable.ts";
import type { CallSite } from "../sockets/site.ts";
import { firstOnes, nameWithTwoFamilies, portText } from "./port-text.ts";
import { SHARING_MESSAGES, isAlone, shareOnLinux } from "../fixes/sharing.ts";

/** Who opens the port beside whom, by the kind of the launch. */
const SIDES = {
  cluster: { launcher: "primary", workers: "workers" },
  thread: { launcher: "main thread", workers: "worker threads" },
  process: { launcher: "parent", workers: "child processes" },
};

/** Several threads or processes of one file listen on one port, and nothing shares it: the first one wins, the others fail. */
const rule: Rule = {
  name: "no-worker-port-conflict",
  meta: {
    type: "problem",
    description: "Disallow listening on one port in several workers without sharing it",
    recommended: "error",
    messages: {
      threads: "All worker threads but {{first}} fail with EADDRINUSE: `{{call}}` opens {{port}} in every one.",
      processes: "All child processes but {{first}} fail with EADDRINUSE: `{{call}}` opens {{port}} in every one.",
      startedThreads: "All worker threads but {{first}} that {{where}} starts fail with EADDRINUSE: all open {{port}}.",
      startedProcesses: "All processes but {{first}} that {{where}} starts fail with EADDRINUSE: all open {{port}}.",
      exclusiveInCluster:
        "All workers but the first fail with EADDRINUSE: with `exclusive: true` every one binds {{port}} itself.",
      beside: "Either the {{launcher}} or its {{workers}} fail with EADDRINUSE: `{{call}}` opens {{port}} in both.",
      removeExclusive: "Remove `exclusive`: the workers share the primary's socket.",
      ...SHARING_MESSAGES,
    },
    help: {
      threads: "Share the port on Linux with `reusePort`, or listen in one thread only.",
      processes: "Share the port on Linux with `reusePort`, or listen in one process only.",
      startedThreads: "Share the port on Linux with `reusePort`, or listen in one thread only.",
      startedProcesses: "Share the port on Linux with `reusePort`, or listen in one process only.",
      exclusiveInCluster: "Without `exclusive` the workers share the primary's socket.",
      beside: "Listen on one side only.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const conflict = conflictOf(site, context);
    if (site.kind === "raw" || !conflict || conflict.kind === "mixed" || conflict.kind === "duplicate") return null;
    const first = firstOnes(nameWithTwoFamilies(site, context.environment));
    const data = { call: site.label, port: portText(site), first };
    if (conflict.kind === "exclusive") return exclusiveInCluster(data, site, context);
    if (conflict.kind === "started") return started(site, context, conflict.run);
    if (conflict.kind === "startedBeside")
      return beside(data, site, sideOf(conflict.run.kind), startedAt(conflict.run));
    const related = [{ at: conflict.start.call, message: "The workers are started here." }];
    if (conflict.kind === "beside") return beside(data, site, conflict.start.launch.kind, related);
    return {
      messageId: conflict.kind,
      data,
      at: site.name,
      related,
      facts:
        conflict.kind === "threads"
          ? ["node-worker-threads-conflict", "reuse-port-needs-all"]
          : ["listener-blocks-reuse-addr", "reuse-port-needs-all"],
      suggestions: () => [shareOnLinux(site, context)],
    };
  },
};
export default rule;

function exclusiveInCluster(data: Record<string, string>, site: CallSite, context: RuleContext<object>): Finding {
  return {
    messageId: "exclusiveInCluster",
    data,
    at: site.option("exclusive").at ?? site.name,
    facts: ["cluster-exclusive-conflicts", "cluster-shares-by-default"],
    suggestions: () => [
      suggestion("removeExclusive", isAlone(site, context) ? removeOption(context.file, site, "exclusive") : null),
    ],
  };
}

function beside(
  data: Record<string, string>,
  site: CallSite,
  kind: keyof typeof SIDES,
  related: NonNullable<Finding["related"]>,
): Finding {
  return {
    messageId: "beside",
    data: { ...data, ...SIDES[kind] },
    at: site.name,
    related,
    facts: ["listener-blocks-reuse-addr"],
  };
}

function sideOf(kind: Run["kind"]): keyof typeof SIDES {
  return kind === "cluster" || kind === "thread" ? kind : "process";
}

/** Where a launch stands in another file. */
function startedAt({ where, text }: Run): NonNullable<Finding["related"]> {
  const content = text();
  return content === null
    ? []
    : [{ at: { path: where.file, range: where.range, text: content }, message: "They are started here." }];
}

/** Who starts them stands in another file. */
function started(site: CallSite, context: RuleContext<object>, run: Run): Finding {
  const { kind, where } = run;
  const first = firstOnes(nameWithTwoFamilies(site, context.environment));
  const data = { call: site.label, port: portText(site), first, where: printableInCode(basename(where.file)) };
  const related = startedAt(run);
  if (sharesPorts(kind) && site.option("exclusive").value === true)
    return { ...exclusiveInCluster(data, site, context), related };
  return {
    messageId: kind === "thread" ? "startedThreads" : "startedProcesses",
    data,
    at: site.name,
    related,
    facts:
      kind === "thread"
        ? ["node-worker-threads-conflict", "reuse-port-needs-all"]
        : ["listener-blocks-reuse-addr", "reuse-port-needs-all"],
    suggestions: () => [shareOnLinux(site, context)],
  };
}
