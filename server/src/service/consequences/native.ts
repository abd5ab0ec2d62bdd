import type { RuleContext } from "../../../../rules/src/rule.ts";
import { reuseOf } from "../../../../rules/src/sockets/reuse.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import type { Consequences } from "./consequences.ts";

/** A library opens the socket itself: of that nothing is known but whether it shares the port. */
export function ofNative(site: CallSite, { environment }: RuleContext<object>): Consequences {
  const reuse = reuseOf(site, environment);
  const port =
    site.endpoint.kind === "port" && site.endpoint.value !== undefined ? `port ${site.endpoint.value}` : "its port";
  const opens = `Opens ${port} in native code of the library.`;
  if (site.endpoint.kind === "ephemeral") return { lead: `${opens} The kernel chooses the port.`, lines: [] };
  switch (reuse.state) {
    case "default":
      return {
        lead: `${opens} A second copy shares it, without an error.`,
        lines: reuse.fact ? [{ label: "Why", fact: reuse.fact }] : [],
      };
    case "stated":
      return { lead: `${opens} A second process fails with EADDRINUSE.`, lines: [] };
    default:
      return { lead: `${opens} Whether a second copy shares it is not visible here.`, lines: [] };
  }
}
