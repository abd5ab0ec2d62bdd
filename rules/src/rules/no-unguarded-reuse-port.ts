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
      unguarded: "On {{platforms}} `{{call}}` {{fails}} ENOTSUP: there is no `reusePort`.",
      halfGuarded: "On {{platforms}} `{{call}}` {{fails}} ENOTSUP: the guard lets `reusePort` be true there.",
      ...UNSHARING_MESSAGES,
      ...GUARD_MESSAGES,
    },
    help: {
      unguarded: "{{unheard}} {{todo}}{{by}}",
      halfGuarded: "{{unheard}} {{todo}}{{by}}",
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
        platforms: list(fails.map((each) => NAMES[each] ?? each)),
        by: environment.platforms.by === "the default" ? "" : ` Platforms: ${environment.platforms.by}.`,
        ...(site.operation.bindsHandle
          ? { fails: "throws", unheard: "Uncaught, that ends the process." }
          : { fails: "fails with", unheard: "Without an 'error' listener that ends the process." }),
        todo: alone ? "Remove or guard it: on Linux a second copy would share the port." : "Set it on Linux only.",
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

/** "macOS", "macOS and Windows", "macOS, Windows and others". */
function list(names: readonly string[]): string {
  if (names.length > 2) return `${names.slice(0, 2).join(", ")} and others`;
  return names.join(" and ");
}
