import { isLoopback, isWildcard } from "../../../../rules/src/sockets/host-text.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import { familyWords, isFound, localEnd } from "./address.ts";
import {
  applying,
  isChosen,
  isTrue,
  mayBeTrue,
  onAway,
  onLinux,
  runsOn,
  type Consequences,
  type Line,
} from "./consequences.ts";
import { refusesHost } from "../../../../rules/src/syscalls/bun.ts";
import { isName } from "../../../../rules/src/syscalls/steps.ts";
import { configuredPort } from "./configured-port.ts";

/** The default of net.ipv4.ip_local_port_range. */
const EPHEMERAL = [32768, 60999] as const;

export function ofListen(
  site: CallSite,
  call: SocketCall,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (context.environment.runtime === "bun" && refusesHost(call))
    return {
      lead: "Fails with ERR_INVALID_ARG_TYPE: Bun takes a path or a host here, and not both.",
      lines: applying([{ label: "Path and port", fact: "bun-path-wins" }], context),
    };
  if (call.path !== undefined)
    return {
      lead: `Opens the Unix socket ${call.path === "unknown" ? "that `path` names" : `\`${call.path.known}\``}; there is no port.`,
      lines: [],
    };
  if (call.fd !== undefined)
    return {
      lead: "Listens on a descriptor that is bound already; port, host and `reusePort` play no part.",
      lines: applying(
        [
          {
            label: "Restart",
            text: "Without a gap while another process, such as systemd, holds the socket: connections wait in its backlog.",
            fact: "node-listener-held-by-supervisor",
          },
          { label: "Parent process", fact: "child-holds-listener" },
        ],
        context,
      ),
    };
  return {
    lead: `${opens(site, call, context)} ${isFound(site) ? "A second process finds one of its own." : second(site, call, away, context)}`,
    lines: applying(linesOf(site, call, away, context), context),
  };
}

function opens(site: CallSite, call: SocketCall, context: RuleContext<object>): string {
  const { runtime } = context.environment;
  const own = runtime === "deno" && call.api.startsWith("deno.");
  const wildcard = own || call.api === "net.BoundSocket" ? "0.0.0.0" : "::";
  const { process } = context;
  const role = call.clusterRole === "worker" && !bindsAlone(site, call, context);
  const who = role && process.clusterListen(site) === "primary" ? "The primary opens" : "Opens";
  return `${who} ${localEnd(site, call, wildcard)}${familyWords(call, wildcard)}.`;
}

/** A cluster worker that does not ask the primary. */
function bindsAlone(site: CallSite, call: SocketCall, { process, environment }: RuleContext<object>): boolean {
  if (environment.runtime !== "node" && process.clusterListen(site) !== "primary") return true;
  return isTrue(call.reusePort) || isTrue(call.exclusive) || call.api === "net.BoundSocket";
}

/** What a second process gets, or the next worker. */
function second(site: CallSite, call: SocketCall, away: readonly SocketCall[], context: RuleContext<object>): string {
  const { runtime } = context.environment;
  if (
    !runsOn(context, "linux") &&
    runtime === "node" &&
    away.length > 0 &&
    away.every((each) => isTrue(each.reusePort))
  )
    return "It fails with ENOTSUP.";
  if (call.clusterRole === "worker" && context.process.clusterListen(site) === "primary") {
    if (isTrue(call.reusePort)) return "Every worker binds it itself, past the primary.";
    if (isTrue(call.exclusive) && !isChosen(call)) return "Every other worker fails with EADDRINUSE.";
    if (!isTrue(call.exclusive)) return "All workers serve it.";
  }
  if (isChosen(call)) return "A second process gets another port.";
  if (call.clusterRole === "worker" && runtime === "bun" && /^(?:https?\.|bun\.serve)/.test(call.api))
    return "Every worker binds it with SO_REUSEPORT, and so does any other copy of this user, without an error.";
  if (isTrue(call.reusePort) && !runsOn(context, "linux")) {
    // On macOS and Windows; where libuv refuses the option the sentence stands above.
    return runtime === "bun"
      ? "A second copy can bind it too, and one of them serves."
      : "A second process fails with EADDRINUSE.";
  }
  if (isTrue(call.reusePort))
    return `${onLinux(context) ? "On Linux a" : "A"} second copy shares it, without an error.`;
  if (mayBeTrue(call.reusePort)) return "A second process fails with EADDRINUSE, unless `reusePort` is true in both.";
  if (
    runtime === "bun" &&
    call.host !== undefined &&
    call.host !== "unknown" &&
    call.host.known.toLowerCase() === "localhost"
  )
    return "A second process takes the other address of localhost; the third fails with EADDRINUSE.";
  return "A second process fails with EADDRINUSE.";
}

function linesOf(
  site: CallSite,
  call: SocketCall,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): (Line | null | false)[] {
  const { runtime } = context.environment;
  const node = runtime === "node";
  const port = call.port === undefined || call.port === "unknown" ? null : call.port.known;
  const host = call.host === undefined ? "" : call.host === "unknown" ? null : call.host.known;
  const elsewhere = onAway(context);
  const shares = mayBeTrue(call.reusePort);
  const chosen = isChosen(call);
  return [
    configuredPort(site, context),
    port !== null &&
      port > 0 &&
      port < 1024 && {
        label: "Without the right",
        text: `${onLinux(context) ? "On Linux a" : "A"} port below 1024 fails with EACCES, unless the process has CAP_NET_BIND_SERVICE.`,
        fact: "low-ports-need-permission",
      },
    port !== null &&
      port >= EPHEMERAL[0] &&
      port <= EPHEMERAL[1] && {
        label: "A start may fail",
        text: "An outgoing connection may hold the port, which lies in Linux's ephemeral range: EADDRINUSE.",
        fact: "outgoing-connection-blocks-server-bind",
      },
    elsewhere !== null &&
      away.some((each) => mayBeTrue(each.reusePort)) && { label: elsewhere, ...reusePortAway(runtime) },
    host !== null &&
      isLoopback(host) && {
        label: "In a container",
        text: "Nothing outside of it gets through to this address: listen on `0.0.0.0` there.",
        fact: "ports-are-per-network-namespace",
      },
    shares &&
      !chosen && {
        label: "Another user",
        text: "A second process of another user fails with EADDRINUSE.",
        fact: "reuse-port-same-user",
      },
    !chosen &&
      runsOn(context, "linux") && {
        label: "Restart",
        text: `${onLinux(context) ? "On Linux it works" : "Works"} at once, over connections in TIME_WAIT too: \`SO_REUSEADDR\` is set.`,
        fact: host === "" || isWildcard(host) ? "wildcard-restart-over-time-wait" : "reuse-addr-works-across-processes",
      },
    elsewhere !== null &&
      node &&
      !chosen &&
      (host === "" || isWildcard(host)) &&
      !away.some((each) => mayBeTrue(each.reusePort)) && {
        label: elsewhere,
        text: "Another process may listen on one address of the same port, and takes its connections.",
        fact: "bsd-wildcard-beside-specific",
      },
  ];
}

function reusePortAway(runtime: "node" | "bun" | "deno"): Omit<Line, "label"> {
  switch (runtime) {
    case "node":
      return { text: "`reusePort` fails with `ENOTSUP`.", fact: "reuse-port-unsupported" };
    case "bun":
      return {
        text: "`reusePort` does not balance: another copy can bind the port too, and one of them serves.",
        fact: "bun-reuse-port-elsewhere",
      };
    case "deno":
      return { text: "`reusePort` is ignored.", fact: "deno-reuse-port-elsewhere" };
  }
}

export function ofBoundSocket(
  site: CallSite,
  call: SocketCall,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  const elsewhere = onAway(context);
  if (isName(call))
    return {
      lead: "Throws ERR_INVALID_ARG_VALUE: `host` has to be an IP address, for no name is looked up.",
      lines: [],
    };
  return {
    lead: `${opens(site, call, context).replace(/^Opens/, "Binds")} It throws where that fails; there is no 'error' event.`,
    lines: applying(
      [
        elsewhere !== null &&
          away.some((each) => mayBeTrue(each.reusePort)) && { label: elsewhere, ...reusePortAway("node") },
        isChosen(call) && {
          label: "When ports run out",
          text: "It holds its port whatever the destination is; with none left it throws EADDRINUSE.",
          fact: "node-bound-socket",
        },
      ],
      context,
    ),
  };
}
