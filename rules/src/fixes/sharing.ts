import { joined } from "./layout.ts";
import { removeOption, removeOptions, renameOption, setOption, setValue } from "./index.ts";
import { suggestion, type Edit, type RuleContext, type Suggestion } from "../rule.ts";
import { allHold } from "../sockets/neutral-conditions.ts";
import { conflictOf, othersOnPort } from "../process/conflicts.ts";
import { receivesMany } from "../sockets/membership.ts";
import { isUnshared, reachesSocket, reuseOf } from "../sockets/reuse.ts";
import type { CallSite } from "../sockets/site.ts";
import { knowsReusePort } from "../sockets/versions.ts";
import { blocksAnother, duplicateOf } from "../process/duplicates.ts";
import { takenAt } from "../process/unicast.ts";

/** Messages of the two suggestions that state a policy. */
export const SHARING_MESSAGES = {
  stateExclusive: "State `reusePort: false`: the port is not shared.",
  shareOnLinux: "Share the port on Linux: `reusePort: {{guard}}`.",
};

/** Messages of the suggestions that take sharing away. */
export const UNSHARING_MESSAGES = {
  stateAlone: "State `reusePort: false`: a second copy fails with EADDRINUSE.",
  remove: "Remove `reusePort`: a second copy fails with EADDRINUSE.",
  removeBoth: "Remove `reusePort` and `reuseAddr`: a second copy fails with EADDRINUSE.",
  removeAlone: "Remove `reusePort` and keep `reuseAddr`.",
  removeInWorker: "Remove `reusePort`: the workers share the primary's socket.",
  useReuseAddr: "Set `reuseAddr: true` instead of `reusePort`.",
};

/** Messages of the suggestions that set `reusePort` on Linux only. */
export const GUARD_MESSAGES = {
  guard: "Set it on Linux only: `reusePort: {{guard}}`.",
  guardAlone: "Set it on Linux only, and remove `reuseAddr`: `reusePort: {{guard}}`.",
  guardAll: "Set it on Linux only, here and in the other listen on the port: `reusePort: {{guard}}`.",
};

/** The expression that is true exactly on Linux. */
export function linuxGuard(context: RuleContext<object>): string {
  return context.environment.runtime === "deno" ? 'Deno.build.os === "linux"' : 'process.platform === "linux"';
}

/** States `reusePort` at a site, or gives it another value. */
export function stateReusePort(site: CallSite, context: RuleContext<object>, value: string): Edit[] | null {
  return setOption(context.file, site, "reusePort", value, { typescript: context.typescript });
}

/**
 * `reusePort` at this site reaches the socket on Linux, in every admitted version, takes nothing from a cluster's primary, and the
 * package does not say that its ports are not shared.
 */
export function canShare(site: CallSite, context: RuleContext<object>): boolean {
  const { environment } = context;
  return (
    environment.listens?.value !== "single" &&
    knowsReusePort(environment) &&
    !bypassesPrimary(site, context) &&
    reachesSocket(site, environment) &&
    allHold(site.conditions, "linux") !== false
  );
}

/** With `reusePort` this worker would bind past a primary that the program relies on. */
export function bypassesPrimary(site: CallSite, context: RuleContext<object>): boolean {
  return isClusterWorker(site, context) && context.process.reliesOnPrimary !== null;
}

/** Nothing else that is in sight opens the port: neither another listen of this file nor another worker that runs this one. */
export function isAlone(site: CallSite, context: RuleContext<object>): boolean {
  const { process } = context;
  return (
    (isClusterWorker(site, context) || process.workerSide(site) === null) &&
    othersOnPort(site, context.sites).length === 0
  );
}

/** The primary of a Node cluster shares its socket with this worker, as long as that does not bind by itself. */
function isClusterWorker(site: CallSite, { environment, process }: RuleContext<object>): boolean {
  return environment.runtime === "node" && process.clusterRole(site) === "worker";
}

/**
 * States a policy: first the one that changes nothing, or the one that the package has chosen.
 * Sharing is offered only where every admitted Node version knows the option.
 */
export function sharingSuggestions(site: CallSite, context: RuleContext<object>): (Suggestion | null)[] {
  const others = othersOnPort(site, context.sites).map((each) => reuseOf(each, context.environment));
  const mixed = others.some((reuse) => reuse.state === "effective" && reuse.constant);
  const alone = mixed ? null : suggestion("stateExclusive", stateReusePort(site, context, "false"));
  // One of two that both have the port does not share it by itself.
  const meets = others.some(isUnshared) || blocksAnother(site, context) || duplicateOf(site, context) !== null;
  const shared = meets ? null : shareOnLinux(site, context);
  return context.environment.listens?.value === "shared" ? [shared, alone] : [alone, shared];
}

/** Shares the port on Linux; null where that cannot be. */
export function shareOnLinux(site: CallSite, context: RuleContext<object>): Suggestion | null {
  if (!canShare(site, context)) return null;
  const guard = linuxGuard(context);
  return suggestion("shareOnLinux", stateReusePort(site, context, guard), { guard });
}

/** Takes sharing away without giving another rule a reason; null where the program needs it. */
export function unsharing(site: CallSite, context: RuleContext<object>): Suggestion | null {
  const suggest = (messageId: keyof typeof UNSHARING_MESSAGES, edits: readonly Edit[] | null): Suggestion | null =>
    suggestion(messageId, edits);
  if (site.transport === "udp") return unsharingDatagrams(site, context, suggest);
  const remove = () => removeOption(context.file, site, "reusePort");
  if (site.op !== "listen" || site.endpoint.kind !== "port") return suggest("remove", remove());
  // Workers or another listen of this file would fail with EADDRINUSE.
  if (!isAlone(site, context)) return null;
  if (isClusterWorker(site, context)) return suggest("removeInWorker", remove());
  return suggest("stateAlone", stateReusePort(site, context, "false"));
}

function unsharingDatagrams(
  site: CallSite,
  context: RuleContext<object>,
  suggest: (messageId: keyof typeof UNSHARING_MESSAGES, edits: readonly Edit[] | null) => Suggestion | null,
): Suggestion | null {
  const { file, sites } = context;
  const reuseAddr = site.option("reuseAddr");
  const many = receivesMany(site, sites);
  if (reuseAddr.state === "absent" || (reuseAddr.state === "known" && !reuseAddr.value)) {
    if (many && reuseAddr.state === "absent")
      return suggest("useReuseAddr", renameOption(file, site, "reusePort", "reuseAddr"));
    return suggest("remove", removeOption(file, site, "reusePort"));
  }
  if (!many && !sites.escapes(site.origins) && reuseAddr.value === true)
    return suggest("removeBoth", removeOptions(file, site, ["reusePort", "reuseAddr"]));
  return suggest("removeAlone", removeOption(file, site, "reusePort"));
}

/**
 * Sets `reusePort` on Linux only. A listen on the same port without it would then be one that states no policy,
 * so it gets the same guard.
 */
export function guarding(site: CallSite, context: RuleContext<object>): Suggestion | null {
  if (context.environment.listens?.value === "single") return null;
  const guard = linuxGuard(context);
  if (takenAt(site, context)) return guardingAlone(site, context, guard);
  const others = othersOnPort(site, context.sites).filter((other) => {
    const conflict = conflictOf(other, context);
    return conflict?.kind === "mixed" && conflict.other === site;
  });
  if (!others.every((each) => canShare(each, context))) return null;
  const all = [
    setValue(site.option("reusePort"), guard),
    ...others.map((each) => stateReusePort(each, context, guard)),
  ];
  if (all.some((each) => each === null)) return null;
  const edits = joined(all.flatMap((each) => each!));
  return suggestion(others.length > 0 ? "guardAll" : "guard", edits, { guard });
}

/** With `reuseAddr` beside it, the port that is then shared on Linux would be any user's. */
function guardingAlone(site: CallSite, { file }: RuleContext<object>, guard: string): Suggestion | null {
  const value = setValue(site.option("reusePort"), guard);
  const removal = removeOption(file, site, "reuseAddr");
  return value && removal ? suggestion("guardAlone", joined([...value, ...removal]), { guard }) : null;
}
