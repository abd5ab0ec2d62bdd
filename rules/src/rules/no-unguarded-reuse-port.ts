import { GUARD_MESSAGES, UNSHARING_MESSAGES, guarding, unsharing } from "../fixes/sharing.ts";
import { NO_OPTIONS, type Rule } from "../rule.ts";
import { PLATFORMS } from "../settings.ts";
import { UNSUPPORTED, isTrueOn, reuseOf } from "../sockets/reuse.ts";
import { isTcpListen } from "../sockets/site.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";

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
    if (environment.runtime !== "node" || site.kind === "raw" || site.repeated) return null;
    const binds = site.operation.bindsHandle === true || isTcpListen(site) || makesDatagramSocket(site);
    const reuse = binds ? reuseOf(site, environment) : null;
    if (reuse?.state !== "effective" || site.operation.reusePort !== "forwarded") return null;
    const { option } = reuse;
    if (site.op === "listen" && site.endpoint.kind === "ephemeral") return null;
    if (site.transport === "udp" && bindOf(site, context)?.endpoint.kind === "ephemeral") return null;
    const fails = UNSUPPORTED.filter(
      (each) => environment.platforms.value.includes(each) && isTrueOn(site, option, each) === true,
    );
    if (fails.length === 0 || process.handlesUnsupported(site)) return null;
    const guarded = PLATFORMS.some((each) => isTrueOn(site, option, each) === false);
    const suggestions = () => [unsharing(site, context), guarding(site, context)];
    const alone = !process.secondInSight;
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
      suggestions: alone ? suggestions : () => suggestions().reverse(),
    };
  },
};
export default rule;

/** "macOS, Windows and NetBSD". */
function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
