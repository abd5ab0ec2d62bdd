import { setOption } from "../fixes/index.ts";
import { UNSHARING_MESSAGES, bypassesPrimary, unsharing } from "../fixes/sharing.ts";
import { takeable } from "../process/unicast.ts";
import { NO_OPTIONS, type Finding, type Rule, type RuleContext, suggestion } from "../rule.ts";
import { UNSUPPORTED, isTrueOn, reuseOf, type Reuse } from "../sockets/reuse.ts";
import { isTcpListen, type CallSite } from "../sockets/site.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";
import { portText } from "./port-text.ts";

/** With SO_REUSEPORT a copy of the program that was started by accident gets half of the traffic, and nobody sees an error. */
const rule: Rule = {
  name: "no-silent-port-sharing",
  meta: {
    type: "problem",
    description: "Disallow sharing a port in a program that shows no second process",
    recommended: "warn",
    messages: {
      shares: "A copy started by accident takes part of the traffic, without an error: `{{call}}` shares the port.",
      sharesByDefault:
        "A copy started by accident takes part of the traffic, without an error: `{{call}}` shares {{port}}.",
      sharesInBunCluster:
        "A second copy shares {{port}} without an error: in Bun's cluster `{{call}}` sets SO_REUSEPORT.",
      againstSingle:
        "A second copy takes part of the traffic in silence: `{{call}}` shares {{port}}, which is to be single.",
      exclusive: "State `{{option}}: {{value}}`: a second copy fails with EADDRINUSE.",
      ...UNSHARING_MESSAGES,
    },
    help: {
      shares: "Nothing here starts a second process. Keep the port to this one, or start the others here.",
      sharesByDefault: "{{how}}",
      againstSingle: '`{{by}}` is "single": keep the port to this process, or decide otherwise there.',
      sharesInBunCluster: "Let the primary take a lock first, so that a second copy stops there.",
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    if ((!isTcpListen(site) && !makesDatagramSocket(site)) || site.repeated) return null;
    const bind = isTcpListen(site) ? site : bindOf(site, context);
    if (bind?.endpoint.kind !== "port") return null;
    const policy = context.environment.listens?.value;
    // Beside `reuseAddr` it is more than sharing: no-unicast-reuse-addr says it.
    if (policy === "shared" || takeable(site, context)) return null;
    const reuse = reuseOf(site, context.environment);
    const cluster = checkCluster(site, context);
    if (cluster) return cluster;
    const found = reuse.state === "default" ? checkDefault(site, context, reuse) : checkOption(site, context, reuse);
    const single = policy === "single";
    // Last, for it is looked for in the whole file.
    const alone = !context.process.secondInSight && !hasSecond(site, context);
    if (found && ((single && reuse.state === "default") || alone)) return found;
    return single ? checkSingle(site, bind, context, reuse) : null;
  },
};
export default rule;

/** A launch that may lead here: then a second process is what is wanted. */
function hasSecond(site: CallSite, { runs }: RuleContext<object>): boolean {
  const all = runs(site);
  // Scripts and configurations are ways to start one process; two calls start two.
  const calls = new Set(all.flatMap(({ node, count }) => (node && count !== 0 ? [node] : [])));
  return calls.size > 1 || all.some(({ count }) => count !== 1 && count !== 0);
}

function checkOption(site: CallSite, context: RuleContext<object>, reuse: Reuse): Finding | null {
  if (reuse.state !== "effective" || !reuse.constant) return null;
  const { environment, process } = context;
  const { option } = reuse;
  if (environment.runtime === "node" && environment.platforms.value.some((each) => UNSUPPORTED.includes(each)))
    return null;
  if (site.conditions.length > 0 || (option.conditions?.length ?? 0) > 0 || process.handlesUnsupported(site))
    return null;
  return {
    messageId: "shares",
    data: { call: site.label },
    at: option.at ?? site.name,
    facts: ["second-copy-splits-silently", "reuse-port-same-user"],
    suggestions: () => [unsharing(site, context)],
  };
}

/** The package says that a second process has to fail, and this call lets it in: whatever else is in sight. */
function checkSingle(site: CallSite, bind: CallSite, context: RuleContext<object>, reuse: Reuse): Finding | null {
  const { environment, process } = context;
  if (reuse.state !== "effective" || environment.listens === null || bypassesPrimary(site, context)) return null;
  const { option } = reuse;
  const holds = (platform: string) => isTrueOn(site, option, platform) === true;
  const platforms = environment.platforms.value;
  // Where the socket fails first, no-unguarded-reuse-port says so.
  const fails = environment.runtime === "node" && platforms.some((each) => UNSUPPORTED.includes(each) && holds(each));
  if (!platforms.some(holds) || (fails && !process.handlesUnsupported(site))) return null;
  return {
    messageId: "againstSingle",
    data: { call: site.label, port: portText(bind), by: environment.listens.by },
    at: option.at ?? site.name,
    facts: ["second-copy-splits-silently", "reuse-port-same-user"],
    suggestions: () => [unsharing(site, context)],
  };
}

/** The cluster's own workers do not excuse it: what they share the port with is any other program of this user. */
function checkCluster(site: CallSite, { process, environment }: RuleContext<object>): Finding | null {
  if (!isTcpListen(site) || site.kind !== "api" || site.option("reusePort").state !== "absent") return null;
  if (process.clusterRole(site) !== "worker" || process.clusterListen(site) !== "kernel") return null;
  if (!environment.platforms.value.includes("linux")) return null;
  return {
    messageId: "sharesInBunCluster",
    data: { call: site.label, port: portText(site) },
    at: site.name,
    facts: ["bun-cluster-shares", "second-copy-splits-silently"],
  };
}

function checkDefault(
  site: CallSite,
  context: RuleContext<object>,
  { fact }: Extract<Reuse, { state: "default" }>,
): Finding | null {
  const exclusive = site.operation.sharing?.exclusive;
  if (!exclusive) return null;
  const option = "option" in exclusive ? exclusive : null;
  const value = String(option?.equals);
  const target = option?.onListen ? site : context.sites.creation(site);
  const stated = () =>
    option && target ? setOption(context.file, target, option.option, value, { typescript: context.typescript }) : null;
  const how =
    "constant" in exclusive
      ? `Pass ${exclusive.constant} to keep the port to itself.`
      : `Set \`${exclusive.option}: ${value}\` to keep the port to itself.`;
  return {
    messageId: "sharesByDefault",
    data: { call: site.label, port: portText(site), how },
    at: site.name,
    facts: [...(fact ? [fact] : []), "second-copy-splits-silently"],
    suggestions: () => [suggestion("exclusive", stated(), { option: option?.option ?? "", value })],
  };
}
