import { removeOption, setOption } from "../fixes/index.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext } from "../rule.ts";
import { sharesByDefault } from "../sockets/default-sharing.ts";
import { UNSUPPORTED, isConstantTrue, onlyOldNode, portText, whyIgnored } from "../sockets/sharing.ts";
import type { Site } from "../sockets/sites.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";

/** With SO_REUSEPORT a copy of the program that was started by accident gets half of the traffic, and nobody sees an error. */
const rule: Rule = {
  name: "no-silent-port-sharing",
  meta: {
    type: "problem",
    description: "Disallow sharing a port in a program that shows no second process",
    recommended: "warn",
    messages: {
      shares:
        "`{{call}}` sets `reusePort: true`, and nothing here starts a second process: a copy started by accident shares the port and takes part of the traffic, without an error anywhere.",
      sharesByDefault:
        "`{{call}}` shares {{port}} by default: a copy started by accident takes part of the traffic, without an error anywhere. {{how}}",
      sharesInBunCluster:
        "A second copy shares {{port}} without an error: in a Bun cluster worker `{{call}}` sets SO_REUSEPORT unasked. Let the primary take a lock first, so that a second copy stops there.",
      remove: "Remove `reusePort`: a second copy fails with EADDRINUSE.",
      exclusive: "State `{{option}}: {{value}}`: a second copy fails with EADDRINUSE.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const cluster = site.repeated ? null : checkCluster(site, context);
    if (cluster) return cluster;
    const found = site.repeated ? null : (checkDefault(site, context) ?? checkOption(site, context));
    // Last, for it is looked for in the whole file.
    return found && !context.process.secondInSight ? found : null;
  },
};
export default rule;

function checkOption(site: Site, context: RuleContext<object>): Finding | null {
  const { environment, file, process } = context;
  const datagram = makesDatagramSocket(site);
  if (!datagram && (site.op !== "listen" || site.transport !== "tcp")) return null;
  if ((datagram ? bindOf(site, context) : site)?.endpoint.kind !== "port") return null;
  if (site.operation.reusePort !== "forwarded" && site.operation.reusePort !== "default" && !datagram) return null;
  const option = site.option("reusePort");
  if (!isConstantTrue(site, option) || onlyOldNode(environment) || whyIgnored(site, environment)) return null;
  if (environment.runtime === "node" && environment.platforms.value.some((each) => UNSUPPORTED.includes(each)))
    return null;
  if (site.conditions.length > 0 || (option.conditions?.length ?? 0) > 0 || process.handlesUnsupported(site))
    return null;
  const edits = removeOption(file, site, "reusePort");
  return {
    messageId: "shares",
    data: { call: site.label },
    at: option.at ?? site.name,
    facts: ["second-copy-splits-silently", "reuse-port-same-user"],
    suggestions: [edits && { messageId: "remove", edits }],
  };
}

/** The cluster's own workers are no excuse: what they share the port with is any other program of this user. */
function checkCluster(site: Site, { process, environment }: RuleContext<object>): Finding | null {
  if (site.op !== "listen" || site.endpoint.kind !== "port" || site.certainty !== "resolved") return null;
  if (
    process.clusterRole(site) !== "worker" ||
    process.clusterListen(site) !== "kernel" ||
    site.option("reusePort").state !== "absent"
  )
    return null;
  if (!environment.platforms.value.includes("linux")) return null;
  return {
    messageId: "sharesInBunCluster",
    data: { call: site.label, port: portText(site) },
    at: site.name,
    facts: ["bun-cluster-reuse-port", "second-copy-splits-silently"],
  };
}

function checkDefault(site: Site, context: RuleContext<object>): Finding | null {
  if (site.op !== "listen" || site.endpoint.kind !== "port" || !sharesByDefault(site, context)) return null;
  const { constant, option, equals, onListen } = site.operation.exclusiveWith ?? {};
  const target = onListen ? site : context.sites.creation(site);
  const edits =
    option && target
      ? setOption(context.file, target, option, String(equals), { typescript: context.typescript })
      : null;
  const how = constant
    ? `Pass ${constant} to keep the port to itself.`
    : `Set \`${option}: ${equals}\` to keep the port to itself.`;
  return {
    messageId: "sharesByDefault",
    data: { call: site.label, port: portText(site), how },
    at: site.name,
    facts: ["uws-shares-by-default", "second-copy-splits-silently"],
    suggestions: [edits && { messageId: "exclusive", data: { option: String(option), value: String(equals) }, edits }],
  };
}
