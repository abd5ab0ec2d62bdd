import { isIP } from "node:net";
import { textOf } from "../analysis/source.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { contains, type Node } from "../analysis/ast.ts";
import { joinOnInterface, joinWhenBound } from "../fixes/membership.ts";
import { setOption } from "../fixes/index.ts";
import { variesByWorker } from "../process/index.ts";
import { isMany } from "../process/counts.ts";
import { isCluster } from "../process/run.ts";
import { runsBeforeDone } from "../process/same-turn.ts";
import { NO_OPTIONS, suggestion, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { isInterfaceAddress } from "../sockets/interface-address.ts";
import { isUnicast, joinsOf } from "../sockets/membership.ts";
import type { ApiSite, Site, Use } from "../sockets/site.ts";
import { portText } from "./port-text.ts";
import { differsByWorker } from "../process/conflicts.ts";

/** A socket joins once it is bound, once in a cluster, and receives what is sent to the address that it is bound to. */
const rule: Rule = {
  name: "valid-multicast-membership",
  meta: {
    type: "problem",
    description: "Disallow multicast memberships that cannot work",
    recommended: "off",
    messages: {
      early: "The bind to {{port}} fails with EINVAL: the join runs before it and binds the socket to a random port.",
      cluster: "The join fails with EADDRINUSE in all workers but one: they share the primary's socket on {{port}}.",
      unicast: "No multicast arrives on Linux: it is sent to the group, and this socket is bound to {{address}}.",
      whenBound: "Join in the callback of bind().",
      exclusive: "Set `exclusive: true`: every worker has a socket of its own.",
      onInterface: "Bind to all addresses and join on {{address}}.",
    },
    help: {
      early: "Join in the callback of bind() or in a 'listening' handler; bind() has not finished when it returns.",
      cluster: "Bind with `exclusive: true` and `reuseAddr: true`, or join in one worker.",
      unicast: "Bind to no address, and choose the interface in the membership.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if (site.kind !== "api" || site.op !== "bind" || site.transport !== "udp" || site.endpoint.kind !== "port")
      return null;
    const { sites, environment } = context;
    if (environment.runtime !== "node") return null;
    const joins = joinsOf(sites, site);
    return joins.flatMap((join) => {
      const found = early(join, site, context) ?? unicast(join, joins, site, context) ?? inCluster(join, site, context);
      return found ?? [];
    });
  },
};
export default rule;

function early(join: Use, site: ApiSite, { file, sites }: RuleContext<object>): Finding | null {
  const binds = sites.sites.filter(
    (each) => each.op === "bind" && each.origins.some((origin) => site.origins.includes(origin)),
  );
  if (!binds.every((each) => isNotDone(join, each))) return null;
  return {
    ...reported(join, site, "early", "The port is bound here."),
    facts: ["dgram-membership-sets-reuse-addr"],
    suggestions: () => [suggestion("whenBound", binds.length === 1 ? joinWhenBound(file, join, site) : null)],
  };
}

/** `bindSync()` is done when it returns, and any bind is done in its own callback: nobody has to look who calls that. */
function isNotDone(join: Use, bind: Site): boolean {
  if (isInCallback(join.call, bind)) return false;
  const isDone = bind.kind !== "raw" && bind.operation.synchronous === true && bind.call.range[0] < join.call.range[0];
  return !isDone && runsBeforeDone(join.call, bind.call);
}

function isInCallback(node: Node, bind: Site): boolean {
  if (bind.kind === "raw" || bind.callback?.parent !== bind.call) return false;
  return contains(bind.callback, node);
}

function unicast(join: Use, joins: readonly Use[], site: ApiSite, context: RuleContext<object>): Finding | null {
  const address = unicastAddress(site);
  if (address === null) return null;
  if (context.environment.platforms.value.every((each) => each === "win32")) return null;
  const only = joins.length === 1 && isIP(address) === 4 && join.name === "addMembership";
  return {
    ...reported(join, site, "unicast", "The address is bound here."),
    data: { address },
    facts: ["unicast-bind-gets-no-multicast"],
    suggestions: () => [
      suggestion("onInterface", only ? joinOnInterface(context.file, join, site) : null, { address }),
    ],
  };
}

/** The address that a socket is bound to where that is one interface's; the expression for it where it is not constant. */
function unicastAddress({ host }: ApiSite): string | null {
  if (typeof host.value === "string") return isUnicast(host.value) ? host.value : null;
  return host.node && isInterfaceAddress(host.node) ? `\`${textOf(host.node)}\`` : null;
}

function inCluster(join: Use, site: ApiSite, context: RuleContext<object>): Finding | null {
  const { file, process, sites, typescript } = context;
  const related = manyWorkers(site, context);
  const exclusive = site.option("exclusive");
  if (!related || (exclusive.state !== "absent" && exclusive.value !== false)) return null;
  const made = sites.creation(site);
  // With `reusePort` every worker binds by itself.
  const shares = made?.option("reusePort");
  if (!made || !shares || (shares.state !== "absent" && shares.value !== false)) return null;
  const tests = site.conditions.map((each) => each.test);
  if (!conditionsOf(join.call).every((each) => tests.includes(each.test))) return null;
  if (
    differsByWorker(site, process) ||
    join.call.arguments.some((each) => variesByWorker(each as Node, process.starts))
  )
    return null;
  const found = reported(join, site, "cluster", "The workers bind one socket here.");
  return {
    ...found,
    related: [...(found.related ?? []), ...related],
    facts: ["cluster-dgram-membership-once", "cluster-dgram"],
    suggestions: () => [
      suggestion(
        "exclusive",
        made.option("reuseAddr").value === true ? setOption(file, site, "exclusive", "true", { typescript }) : null,
      ),
    ],
  };
}

/** Where several cluster workers are started that run a site, in this file or in another; null where none are seen. */
function manyWorkers(site: ApiSite, { process, runs }: RuleContext<object>): NonNullable<Finding["related"]> | null {
  const message = "The workers are started here.";
  if (process.clusterRole(site) === "worker") {
    const start = process.starts.find((each) => each.cluster && each.many);
    return start ? [{ at: start.call, message }] : null;
  }
  const run = runs(site).find(
    ({ kind, count, certainty }) => isCluster(kind) && isMany(count) && certainty === "proven",
  );
  if (!run) return null;
  const text = run.text();
  return text === null ? [] : [{ at: { path: run.where.file, range: run.where.range, text }, message }];
}

function reported(join: Use, site: ApiSite, messageId: string, message: string): Finding {
  return {
    messageId,
    data: { port: portText(site) },
    at: (join.call.callee as { property?: Node }).property ?? join.call,
    related: [{ at: site.name, message }],
  };
}
