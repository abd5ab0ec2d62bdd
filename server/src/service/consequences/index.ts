import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { ofConnect } from "./connect.ts";
import type { Consequences } from "./consequences.ts";
import { ofDatagram, ofImplicitBind } from "./datagram.ts";
import { ofBoundSocket, ofListen } from "./listen.ts";
import { defectOf } from "./defects.ts";
import { ofNative } from "./native.ts";
import { ofRaw } from "./raw.ts";
import type { CallSite, Site } from "../../../../rules/src/sockets/site.ts";

export { defectOf, ofImplicitBind };
export type { Consequences } from "./consequences.ts";
export { textOf } from "./consequences.ts";
export { callsOf, causesOf, errorFactsOf, ERROR_CODES } from "./errors.ts";
export { ofOption } from "./raw.ts";

/** What comes of a site; `call` is what it asks of the runtime on Linux, `away` on macOS and on Windows: a guard may tell them apart. */
export function consequencesOf(
  site: Site,
  call: SocketCall | null,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (site.kind === "raw") return ofRaw(site);
  const defect = defectOf(site, context);
  if (defect?.throws) return { lead: defect.line.text ?? null, lines: [] };
  const { lead, lines } = withoutDefect(site, call, away, context);
  return { lead, lines: defect ? [defect.line, ...lines] : lines };
}

function withoutDefect(
  site: CallSite,
  call: SocketCall | null,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (site.operation.endsIn === "native") return ofNative(site, context);
  if (!call) return { lead: withoutCall(site, context), lines: [] };
  if (call.op === "connect") return ofConnect(call, context);
  if (call.transport === "udp") return ofDatagram(site, call, away, context);
  if (call.api === "net.BoundSocket") return ofBoundSocket(site, call, away, context);
  return ofListen(site, call, away, context);
}

/** A call that makes no socket of its own. */
function withoutCall(site: CallSite, { environment: { runtime } }: RuleContext<object>): string | null {
  if (site.op === "create") return null;
  const { endsIn } = site.operation;
  if (endsIn === undefined || endsIn === "native" || endsIn[runtime] === undefined) return null;
  if (site.op === "connect") return "Opens no socket of its own: the agent, proxy or socket that it is given does.";
  const said = site.operation.attachedBy?.find((name) => typeof site.option(name).value === "boolean");
  if (said) return `Opens no port of its own, as \`${said}: ${String(site.option(said).value)}\` says.`;
  return "Opens no port of its own: the server or handle that it is given does.";
}
