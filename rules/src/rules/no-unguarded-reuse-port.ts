import { NO_OPTIONS, type Rule } from "../rule.ts";
import { PLATFORMS } from "../settings.ts";
import { UNSUPPORTED, isTrueOn, onlyOldNode, whyIgnored } from "../sockets/sharing.ts";
import { bindOf } from "../sockets/udp.ts";
import { GUARD_MESSAGES, UNSHARING_MESSAGES, guarding, unsharing } from "../fixes/sharing.ts";

const NAMES: Readonly<Record<string, string>> = {
  darwin: "macOS",
  win32: "Windows",
  openbsd: "OpenBSD",
  netbsd: "NetBSD",
  sunos: "SunOS other than Solaris 11.4",
};

/** libuv refuses SO_REUSEPORT where the kernel does not balance the load: the listen fails with ENOTSUP, it does not fall back. */
const rule: Rule = {
  name: "no-unguarded-reuse-port",
  meta: {
    type: "problem",
    description: "Disallow `reusePort` that can be true on platforms without it",
    recommended: "error",
    messages: {
      unguarded:
        "`{{call}}` sets `reusePort: true`; on {{platforms}} it fails with ENOTSUP and, without an 'error' listener, ends the process.{{alone}}",
      halfGuarded:
        "The guard lets `reusePort` be true on {{platforms}}, where `{{call}}` fails with ENOTSUP and, without an 'error' listener, ends the process.{{alone}}",
      ...UNSHARING_MESSAGES,
      ...GUARD_MESSAGES,
    },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
  check(site, context) {
    const { environment, process } = context;
    const listens =
      (site.op === "listen" && site.transport === "tcp") ||
      (site.op === "create" && site.transport === "udp") ||
      site.operation.bindsHandle === true;
    if (environment.runtime !== "node" || !listens || site.repeated) return null;
    const option = site.option("reusePort");
    if (
      option.state !== "set" ||
      site.operation.reusePort !== "forwarded" ||
      onlyOldNode(environment) ||
      whyIgnored(site, environment)
    )
      return null;
    if (site.op === "listen" && site.endpoint.kind === "ephemeral") return null;
    if (site.transport === "udp" && bindOf(site, context)?.endpoint.kind === "ephemeral") return null;
    const fails = UNSUPPORTED.filter(
      (each) => environment.platforms.value.includes(each) && isTrueOn(site, option, each) === true,
    );
    if (fails.length === 0 || process.handlesUnsupported(site)) return null;
    const guarded = PLATFORMS.some((each) => isTrueOn(site, option, each) === false);
    const alone = !process.secondInSight;
    const suggestions = [unsharing(site, context), guarding(site, context)];
    return {
      messageId: guarded ? "halfGuarded" : "unguarded",
      data: {
        call: site.label,
        platforms:
          list(fails.map((each) => NAMES[each] ?? each)) +
          (environment.platforms.by === "the default" ? "" : ` (${environment.platforms.by})`),
        alone: alone ? " On Linux a second copy started by accident would share the port, without an error." : "",
      },
      at: option.at ?? site.name,
      facts:
        site.transport === "udp"
          ? ["udp-reuse-port-unsupported"]
          : ["reuse-port-unsupported", "reuse-port-supported-platforms"],
      suggestions: alone ? suggestions : suggestions.reverse(),
    };
  },
};
export default rule;

/** "macOS, Windows and NetBSD". */
function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
