import type { Site } from "../../../../rules/src/sockets/sites.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { HoverPart } from "./part.ts";

/** A link to the page of the rule that says most about it. */
export const page: HoverPart = ({ target, call, project }) => {
  if (target.kind === "error") return [];
  const rule =
    target.kind === "site"
      ? ruleFor(target.site, call)
      : target.option === "IP_BIND_ADDRESS_NO_PORT"
        ? "no-bind-before-connect"
        : "no-late-socket-option";
  return [`[More about this](${project.page(rule)})`];
};

/** The rule whose page says most about a call. */
function ruleFor(site: Site, call: SocketCall | null): string {
  if (site.raw?.fn === "setsockopt") return "no-late-socket-option";
  if (site.op === "connect" || site.api === "net.BoundSocket")
    return call?.localPort !== undefined && call.localAddress === undefined
      ? "no-fixed-local-port"
      : "no-bind-before-connect";
  if (site.transport === "udp")
    return call?.membership === undefined ? "no-unicast-reuse-addr" : "require-multicast-reuse-addr";
  return call?.reusePort !== undefined && call.reusePort !== "unknown" && call.reusePort.known
    ? "no-unguarded-reuse-port"
    : "require-reuse-option";
}
