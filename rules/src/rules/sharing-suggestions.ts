import { setOption } from "../fixes/index.ts";
import type { RuleContext, Suggestion } from "../rule.ts";
import { knowsReusePort } from "../sockets/versions.ts";
import type { CallSite } from "../sockets/site.ts";
import { allHold } from "../process/neutral-conditions.ts";

/** Messages of the two suggestions that state a policy. */
export const SHARING_MESSAGES = {
  stateExclusive: "State `reusePort: false`: the port is not shared.",
  shareOnLinux: "Share the port on Linux: `reusePort: {{guard}}`.",
};

/** The expression that is true exactly on Linux. */
export function linuxGuard(context: RuleContext<object>): string {
  return context.environment.runtime === "deno" ? 'Deno.build.os === "linux"' : 'process.platform === "linux"';
}

/** States a policy, the one that changes nothing first. Sharing is offered only where every admitted Node version knows the option. */
export function sharingSuggestions(site: CallSite, context: RuleContext<object>): (Suggestion | null)[] {
  const set = (messageId: keyof typeof SHARING_MESSAGES, value: string): Suggestion | null => {
    const edits = setOption(context.file, site, "reusePort", value, { typescript: context.typescript });
    return edits && { messageId, data: { guard: value }, edits };
  };
  const onLinux = allHold(site.conditions, "linux") !== false;
  return [
    set("stateExclusive", "false"),
    onLinux && knowsReusePort(context.environment) ? set("shareOnLinux", linuxGuard(context)) : null,
  ];
}
