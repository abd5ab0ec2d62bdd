import { removeOption } from "../fixes/index.ts";
import { NO_OPTIONS, suggestion, type Rule } from "../rule.ts";
import { conflictOf } from "../sockets/conflicts.ts";
import { portText } from "./port-text.ts";
import { SHARING_MESSAGES, isAlone, sharingSuggestions } from "../fixes/sharing.ts";

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
      threads:
        "`{{call}}` runs in every worker thread and opens {{port}} without `reusePort`: the first thread gets the port, all others fail with EADDRINUSE.",
      processes:
        "`{{call}}` runs in every child process and opens {{port}} without `reusePort`: the first process gets the port, all others fail with EADDRINUSE.",
      exclusiveInCluster:
        "`exclusive: true` makes every cluster worker bind {{port}} itself instead of sharing the primary's socket: the first worker gets the port, all others fail with EADDRINUSE.",
      beside:
        "Either the {{launcher}} or its {{workers}} fail with EADDRINUSE: `{{call}}` opens {{port}} in both. Listen on one side only.",
      removeExclusive: "Remove `exclusive`: the workers share the primary's socket.",
      ...SHARING_MESSAGES,
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const conflict = conflictOf(site, context);
    if (site.kind === "raw" || !conflict || conflict.kind === "mixed" || conflict.kind === "duplicate") return null;
    const data = { call: site.label, port: portText(site) };
    if (conflict.kind === "exclusive") {
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
    const related = [{ at: conflict.start.call, message: "The workers are started here." }];
    if (conflict.kind === "beside")
      return {
        messageId: "beside",
        data: { ...data, ...SIDES[conflict.start.launch.kind] },
        at: site.name,
        related,
        facts: ["listener-blocks-reuse-addr"],
      };
    return {
      messageId: conflict.kind,
      data,
      at: site.name,
      related,
      facts:
        conflict.kind === "threads"
          ? ["node-worker-threads-conflict", "reuse-port-needs-all"]
          : ["listener-blocks-reuse-addr", "reuse-port-needs-all"],
      suggestions: () => sharingSuggestions(site, context).slice(1),
    };
  },
};
export default rule;
