import { isIP } from "node:net";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import { isOfOtherFamily } from "../../../../rules/src/syscalls/steps.ts";
import { localEnd, remoteEnd } from "./address.ts";
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

export function ofDatagram(
  site: CallSite,
  call: SocketCall,
  away: readonly SocketCall[],
  context: RuleContext<object>,
): Consequences {
  if (call.joinsFirst)
    return {
      lead: "`bind()` fails with EINVAL: `addMembership()` has bound the socket to another port before.",
      lines: applying([{ label: "Order", fact: "dgram-membership-sets-reuse-addr" }], context),
    };
  if (call.path !== undefined)
    return {
      lead: `Binds the Unix socket ${call.path === "unknown" ? "that `path` names" : `\`${call.path.known}\``}; there is no port.`,
      lines: [],
    };
  if (call.fd !== undefined)
    return { lead: "Takes a descriptor as it is, bound or not; port and address play no part.", lines: [] };
  if (context.environment.runtime === "node" && isOfOtherFamily(call))
    return {
      // Where it is written short the resolver reads it, and has an error of its own: EAI_ADDRFAMILY with glibc.
      lead: `Fails ${isShort(site.host.value) ? "" : "with EINVAL "}before there is a socket: the address is not of the socket's family.`,
      lines: [],
    };
  if (call.peer) return ofConnected(site, call, call.peer, context);
  const wildcard = call.family === "unknown" ? "the wildcard address" : call.family?.known === 6 ? "::" : "0.0.0.0";
  const who = inPrimary(call, context) ? "The primary binds" : "Binds";
  return {
    lead: `${who} ${localEnd(site, call, wildcard)} for datagrams. ${second(call, context)}`,
    lines: applying(linesOf(call, away, context), context),
  };
}

/** A socket that is bound and connected in one call. */
function ofConnected(
  site: CallSite,
  call: SocketCall,
  { host, port }: NonNullable<SocketCall["peer"]>,
  context: RuleContext<object>,
): Consequences {
  const local = call.host === undefined ? "0.0.0.0" : call.host === "unknown" ? null : call.host.known;
  const to = remoteEnd({ host, port });
  const chosen = isChosen(call);
  const fact = "bun-udp-socket-connects";
  if (local !== null && isIP(local) === 4 && host !== "unknown" && isIP(host.known) === 6)
    return {
      lead: `Fails with EAFNOSUPPORT: ${host.known} is not of the family of ${local}.`,
      lines: applying([{ label: "Families", fact }], context),
    };
  return {
    lead: `Binds ${localEnd(site, call, "0.0.0.0")}, then connects to ${to}: it receives from there alone.${chosen ? "" : " A second process fails with EADDRINUSE."}`,
    lines: applying(
      [
        chosen && {
          label: "When ports run out",
          text: "It fails with EADDRINUSE: a port serves one socket, whatever the destination.",
          fact,
        },
      ],
      context,
    ),
  };
}

/** A socket that a method binds because nothing has: `send()`, `connect()`, `addMembership()`. */
export function ofImplicitBind(call: SocketCall, context: RuleContext<object>): Consequences {
  const joins = call.membership !== undefined;
  return {
    lead: `${joins ? "Joining binds" : "Binds"} the socket to a free port first, which belongs to it alone.${joins ? " A `bind()` afterwards fails with EINVAL." : ""}`,
    lines: applying(
      [
        !joins && {
          label: "When ports run out",
          text: `It fails with EAGAIN${onLinux(context) ? " on Linux" : ""}: a port serves one socket, whatever the destination.`,
          fact: "udp-connect-takes-a-whole-port",
        },
        joins && {
          label: "The group's port",
          text: "Datagrams for another port than the chosen one do not arrive.",
          fact: "dgram-membership-sets-reuse-addr",
        },
      ],
      context,
    ),
  };
}

function inPrimary(call: SocketCall, { environment }: RuleContext<object>): boolean {
  return (
    call.clusterRole === "worker" &&
    environment.runtime !== "deno" &&
    call.api.startsWith("dgram.") &&
    !isTrue(call.reusePort) &&
    !isTrue(call.exclusive)
  );
}

function second(call: SocketCall, context: RuleContext<object>): string {
  const reuse = isTrue(call.reuseAddr);
  const share = isTrue(call.reusePort);
  if (!runsOn(context, "linux") && (reuse || share)) {
    if (share && context.environment.runtime === "node") return "It fails with ENOTSUP.";
    return isChosen(call) ? "The system chooses the port." : "Another process may bind it as well.";
  }
  if (isChosen(call))
    return reuse || share ? "The port may be one that another socket has." : "A second process gets another port.";
  if (inPrimary(call, context)) return "All workers receive from this one socket.";
  if (call.membership !== undefined)
    return reuse || share
      ? "A second receiver gets the group's datagrams too."
      : "A second receiver fails with EADDRINUSE.";
  if (share && !reuse) return "Processes of one user share it: a flow goes to one of them.";
  if (reuse) return "The process that binds it last takes every datagram.";
  return mayBeTrue(call.reuseAddr) || mayBeTrue(call.reusePort)
    ? "A second process fails with EADDRINUSE, unless both set a reuse option."
    : "A second process fails with EADDRINUSE.";
}

function linesOf(call: SocketCall, away: readonly SocketCall[], context: RuleContext<object>): (Line | null | false)[] {
  const { runtime } = context.environment;
  const elsewhere = onAway(context);
  const linux = runsOn(context, "linux");
  const chosen = isChosen(call);
  const port = call.port === undefined || call.port === "unknown" ? 0 : call.port.known;
  return [
    port > 0 &&
      port < 1024 && {
        label: "Without the right",
        text: `${onLinux(context) ? "On Linux a" : "A"} port below 1024 fails with EACCES, unless the process has CAP_NET_BIND_SERVICE.`,
        fact: "low-ports-need-permission",
      },
    inPrimary(call, context) &&
      call.membership !== undefined && {
        label: "The second worker",
        text: "Every worker calls `addMembership()` on the shared socket, and the second one fails with EADDRINUSE.",
        fact: "cluster-dgram-membership-once",
      },
    runtime === "node" &&
      elsewhere !== null &&
      away.some((each) => mayBeTrue(each.reusePort)) && {
        label: elsewhere,
        text: "`reusePort` fails with `ENOTSUP` when the socket is bound.",
        fact: "udp-reuse-port-unsupported",
      },
    linux &&
      isTrue(call.reuseAddr) &&
      !chosen &&
      call.membership === undefined && {
        label: "Another user",
        text: `${onLinux(context) ? "On Linux it" : "It"} may bind the port as well, and takes the datagrams.`,
        fact: "udp-reuse-addr-no-user-check",
      },
    linux &&
      call.membership !== undefined && {
        label: "Other groups",
        text: "On Linux a wildcard socket gets the datagrams of groups that others have joined, too.",
        fact: "multicast-all-delivers-without-join",
      },
    runtime === "node" &&
      runsOn(context, "darwin") &&
      isTrue(call.reuseAddr) && {
        label: "On macOS",
        text: "`reuseAddr` sets SO_REUSEPORT.",
        fact: "udp-reuse-addr-platforms",
      },
    linux &&
      chosen && {
        label: "When ports run out",
        text: `A port serves one socket, whatever the destination${onLinux(context) ? " (Linux)" : ""}.`,
        fact: "udp-connect-takes-a-whole-port",
      },
    runtime === "deno" &&
      (call.reusePort !== undefined || call.reuseAddr !== undefined) && {
        label: "In Deno",
        fact: "deno-datagram-options",
      },
    runtime === "bun" &&
      (call.reusePort !== undefined || call.reuseAddr !== undefined) && { label: "In Bun", fact: "bun-dgram-reuse" },
  ];
}

/** `127.1` */
function isShort(host: unknown): boolean {
  return typeof host === "string" && isIP(host) === 0;
}
