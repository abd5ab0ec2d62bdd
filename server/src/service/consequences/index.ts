import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import { ofConnect } from "./connect.ts";
import type { Consequences } from "./consequences.ts";
import { ofDatagram } from "./datagram.ts";
import { ofBoundSocket, ofListen } from "./listen.ts";
import { ofNative } from "./native.ts";
import { ofRaw } from "./raw.ts";
import type { Site } from "../../../../rules/src/sockets/site.ts";

export type { Consequences } from "./consequences.ts";
export { ERROR_FACTS } from "./errors.ts";
export { ofOption } from "./raw.ts";

/** Facts about a site; `call` is what it asks of the runtime on Linux, `away` on macOS and on Windows: a guard may tell them apart. */
export function consequencesOf(
  site: Site,
  call: SocketCall | null,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (site.kind === "raw") return ofRaw(site);
  if (site.operation.endsIn === "native") return ofNative(site, context);
  if (!call || call.path !== undefined) return { also: [] };
  if (call.op === "connect") return ofConnect(call, context);
  if (call.transport === "udp") return ofDatagram(call, away, context);
  if (call.api === "net.BoundSocket") return ofBoundSocket(call, away);
  return ofListen(call, away, context);
}
