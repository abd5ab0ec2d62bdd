import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import { reuseOf } from "../../../../rules/src/sockets/reuse.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import type { Consequences } from "./consequences.ts";

/** A library opens the socket itself: of that nothing is known but whether it shares the port. */
export function ofNative(site: CallSite, { environment }: RuleContext<object>): Consequences {
  const reuse = reuseOf(site, environment);
  const second: FactId | undefined =
    reuse.state === "default" ? reuse.fact : reuse.state === "stated" ? "listener-blocks-reuse-addr" : undefined;
  return { ...(second && { secondProcess: second }), also: [] };
}
