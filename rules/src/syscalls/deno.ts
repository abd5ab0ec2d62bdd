/** Deno: its own listeners and its node:net and node:dgram. */
import {
  bind,
  connect,
  everyAddress,
  familyOf,
  isName,
  isTrue,
  join,
  listen,
  localIsNoAddress,
  localIsOfOtherFamily,
  setsockopt,
  shown,
  socket,
  unixConnect,
  unixListen,
  when,
} from "./steps.ts";
import type { Platform, SocketCall, SyscallStep } from "./types.ts";

const backlog = 511;

export function denoCalls(call: SocketCall, platform: Platform): SyscallStep[] {
  const native = call.api.startsWith("deno.");
  if (call.fd !== undefined || call.api === "net.BoundSocket") return [];
  // What its node: modules do off Linux was neither run nor read.
  if (!native && platform !== "linux") return [];
  if (call.transport === "udp" && call.path !== undefined)
    return [
      { name: "socket", args: ["AF_UNIX", "SOCK_DGRAM"] },
      { name: "bind", args: [shown(call.path, "path", "path")] },
    ];
  if (call.transport === "udp") return call.api === "dgram.Socket#addMembership" ? [] : udp(call, platform, native);
  if (call.path !== undefined) return platform === "linux" ? unix(call, native) : [];
  if (call.op === "connect") return platform === "win32" ? [] : tcpConnect(call);
  const steps = tcpListen(call, platform, native);
  if (call.clusterRole !== "worker") return steps;
  return native ? steps.map((step) => ({ ...step, by: "worker" })) : inCluster(call, steps);
}

/** Deno's own listeners take no backlog here, and node:net gets the next power of two. */
function unix(call: SocketCall, native: boolean): SyscallStep[] {
  if (call.op === "connect") return unixConnect(call);
  const inWorker = call.clusterRole === "worker";
  if (native)
    return unixListen(call, undefined, 1024).map((step) => (inWorker ? { ...step, by: "worker" as const } : step));
  const asked = call.backlog === undefined ? { known: backlog } : call.backlog;
  const steps = unixListen(
    call,
    asked === "unknown" ? asked : { known: 2 ** Math.floor(Math.log2(asked.known) + 1) },
    backlog,
  );
  return inWorker ? inCluster(call, steps) : steps;
}

function tcpListen(call: SocketCall, platform: Platform, native: boolean): SyscallStep[] {
  const wildcard = native ? "0.0.0.0" : "::";
  const family = call.host === undefined ? (native ? 4 : 6) : familyOf(call, call.host);
  // Off Linux the option makes listeners of one process share one socket; the kernel hears nothing of it.
  const shared = platform === "linux" ? when(call.reusePort, "reusePort", setsockopt("SO_REUSEPORT")) : [];
  // On Windows SO_REUSEADDR would let others take the port over.
  const reuseAddr = platform === "win32" ? [] : [setsockopt("SO_REUSEADDR")];
  return [
    socket(family, "SOCK_STREAM"),
    ...(native ? [...shared, ...reuseAddr] : [...reuseAddr, ...shared]),
    bind(shown(call.host, "host", wildcard), shown(call.port, "port", 0)),
    listen(call.backlog, backlog),
  ];
}

function tcpConnect(call: SocketCall): SyscallStep[] {
  if (localIsNoAddress(call)) return [];
  // The socket is made for the local address; a remote one of the other family is refused then.
  const family = familyOf(call, call.localAddress, call.host);
  const hasPort = call.localPort === "unknown" || (call.localPort?.known ?? 0) !== 0;
  if (call.localAddress === undefined && !hasPort) {
    const once = (each: SocketCall) => [socket(familyOf(each, each.host), "SOCK_STREAM"), connect(each)];
    // Of node:net only the first address of a name was seen.
    const tries = call.api === "deno.connect" && isName(call) && call.autoSelectFamily === undefined;
    return tries ? everyAddress(call, once) : once(call);
  }
  const any = family === "unknown" ? "the wildcard address" : family === 6 ? "::" : "0.0.0.0";
  const local = bind(shown(call.localAddress, "localAddress", any), shown(call.localPort, "localPort", 0));
  const reuseAddr = call.api === "deno.createHttpClient" ? [] : [setsockopt("SO_REUSEADDR")];
  const remote = connect(call);
  const refused = localIsOfOtherFamily(call) ? { fails: family === 6 ? "EINVAL" : "EAFNOSUPPORT" } : {};
  return [socket(family, "SOCK_STREAM"), ...reuseAddr, local, { ...remote, ...refused }];
}

/** node:dgram takes no notice of reusePort, and its connect() only remembers the peer. */
function udp(call: SocketCall, platform: Platform, native: boolean): SyscallStep[] {
  const stated = familyOf(call, call.host);
  const remote = call.op === "connect";
  const family = stated === "unknown" && call.family === undefined && (remote || call.host === undefined) ? 4 : stated;
  const any = family === 6 ? "::" : "0.0.0.0";
  const only = !native && family !== 4 ? when(call.ipv6Only, "ipv6Only", setsockopt("IPV6_V6ONLY")) : [];
  return [
    socket(family, "SOCK_DGRAM"),
    ...when(call.reuseAddr, "reuseAddr", setsockopt(platform === "darwin" ? "SO_REUSEPORT" : "SO_REUSEADDR")),
    ...only,
    bind(remote ? any : shown(call.host, "host", any), remote ? "0" : shown(call.port, "port", 0)),
    ...join(call, family),
  ].map((step): SyscallStep => (call.clusterRole === "worker" ? { ...step, by: "worker" } : step));
}

function inCluster(call: SocketCall, steps: SyscallStep[]): SyscallStep[] {
  if (isTrue(call.exclusive) || isTrue(call.reusePort)) return steps.map((step) => ({ ...step, by: "worker" }));
  return steps.map((step) => ({
    ...step,
    by: call.schedulingPolicy === "none" && step.name === "listen" ? "worker" : "primary",
  }));
}
