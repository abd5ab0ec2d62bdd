import type { Environment } from "../environment.ts";
import { functionOf } from "../analysis/calls.ts";
import { evaluate } from "../analysis/constants.ts";
import { isSet } from "../analysis/options.ts";
import type { Surroundings } from "../process/surroundings.ts";
import { inStraightFlow } from "../sockets/raw/flow.ts";
import { agentOf } from "../sockets/given-agent.ts";
import { flagValueOf, isTrueOn, reuseOf, rowAgainst } from "../sockets/reuse.ts";
import type { CallSite, Site, Use } from "../sockets/site.ts";
import { joinsOf } from "../sockets/membership.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";
import { onlyOldNode } from "../sockets/versions.ts";
import { backlog, flag, given, number, value, type Argument } from "./given.ts";
import { localEndOf, membershipOf, peerOf } from "./local-end.ts";
import { localHost } from "./local.ts";
import { remoteOf } from "./remote.ts";
import { textPort } from "./text-port.ts";
import type { Given, Platform, SocketCall } from "./types.ts";

/**
 * What a site asks of the runtime, in the form that `syscalls()` takes. Options that the API drops are left out, a
 * guarded `reusePort` is what it is on `platform`.
 * Null where no call of ours follows (a server is only made, a handle is only attached), for raw calls, which are
 * system calls already, and for libraries that open their sockets in native code of their own.
 */
export function siteToSocketCall(site: Site, around: Surroundings, platform: Platform): SocketCall | null {
  if (site.kind === "raw") return null;
  if (site.op === "connect") return site.transport === "tcp" ? tcpConnect(site, around) : null;
  if (site.transport === "udp") return udpBind(site, around, platform);
  if (site.op === "create") return null;
  return tcpListen(site, around, platform);
}

/** The runtime's own API in which a call ends; null where it has none, or where nobody knows. */
function apiOf({ operation: { endsIn } }: CallSite, { runtime }: Environment): string | null {
  return endsIn === undefined || endsIn === "native" ? null : (endsIn[runtime] ?? null);
}

function tcpListen(
  site: CallSite,
  { sites, process, environment }: Surroundings,
  platform: Platform,
): SocketCall | null {
  const api = apiOf(site, environment);
  const at = endpoint(site);
  if (api === null || !at) return null;
  const role = process.clusterRole(site);
  return {
    api,
    op: site.op === "bind" ? "bind" : "listen",
    transport: "tcp",
    ...(textPort(site, api, environment.runtime) ?? at),
    // Bun looks at a host beside a path, too.
    ...("fd" in at || ("path" in at && environment.runtime !== "bun")
      ? {}
      : given("host", localHost(site, sites, api, environment.runtime))),
    ...given("reusePort", reusePort(site, environment, platform)),
    ...given("exclusive", flag(site.option("exclusive"))),
    ...given("ipv6Only", flag(site.option("ipv6Only"), flagValueOf(site.operation, environment.runtime))),
    ...given("backlog", backlog(site)),
    ...(role !== null && { clusterRole: role }),
  };
}

function udpBind(site: CallSite, around: Surroundings, platform: Platform): SocketCall | null {
  const bind = bindOf(site, around);
  const api = bind && apiOf(bind, around.environment);
  const at = bind && endpoint(bind);
  if (!api || !at) return null;
  const creation = makesDatagramSocket(bind) ? bind : site.op === "create" ? site : around.sites.creation(bind);
  const role = around.process.clusterRole(bind);
  const joined = joinsOf(around.sites, bind)[0];
  const first = joined !== undefined && inStraightFlow(joined.call, bind.call);
  const family = creation && creation !== bind ? familyOf(creation) : undefined;
  const taken = ({ operation }: CallSite) => flagValueOf(operation, around.environment.runtime);
  return {
    api,
    op: "bind",
    transport: "udp",
    ...(textPort(bind, api, around.environment.runtime) ?? at),
    ...("fd" in at ? {} : given("host", localHost(bind, around.sites, api, around.environment.runtime))),
    ...given("family", family),
    ...(creation && {
      ...given("reuseAddr", flag(creation.option("reuseAddr"), taken(creation))),
      ...given("reusePort", reusePort(creation, around.environment, platform)),
      ...given("ipv6Only", flag(creation.option("ipv6Only"), taken(creation))),
    }),
    ...given("exclusive", flag(bind.option("exclusive"))),
    ...given("peer", peerOf(bind)),
    ...(joined && membershipOf(joined)),
    ...(first && { joinsFirst: true }),
    ...(role !== null && { clusterRole: role }),
  };
}

function tcpConnect(site: CallSite, { environment }: Surroundings): SocketCall | null {
  const api = apiOf(site, environment);
  const agent = agentOf(site, environment.runtime);
  if (api === null || agent === "unknown" || isSet(site.option("socket"))) return null;
  const call = { api, op: "connect", transport: "tcp", ...remoteOf(site, environment.runtime) } as const;
  if (call.path !== undefined) return call;
  // What the agent was given wins over what the request is given.
  return { ...call, ...localEndOf(site), ...(agent && localEndOf(agent)) };
}

/** The methods of a datagram socket that bind it where nothing has yet. */
const BINDING: Readonly<Record<string, "connect" | "send" | "addMembership">> = {
  connect: "connect",
  connectSync: "connect",
  send: "send",
  addMembership: "addMembership",
  addSourceSpecificMembership: "addMembership",
};

/** What a method call on a datagram socket that nothing in the file binds asks of the runtime; null for one that binds nothing. */
export function implicitBind(
  creation: CallSite,
  use: Use,
  around: Surroundings,
  platform: Platform,
): SocketCall | null {
  const method = BINDING[use.name];
  if (method === undefined || !makesDatagramSocket(creation) || creation.op !== "create") return null;
  if (bindOf(creation, around) || creation.operation.reusePort === undefined) return null;
  const [first, second] = use.call.arguments;
  const role = around.process.clusterRole(creation);
  return {
    api: `dgram.Socket#${method}`,
    op: method === "connect" ? "connect" : "bind",
    transport: "udp",
    ...(method === "connect" && {
      port: port(first),
      host: second && second.type !== "SpreadElement" && !functionOf(second) ? value(second, String) : LOOPBACK,
    }),
    ...(method === "addMembership" && membershipOf(use)),
    ...given("family", familyOf(creation)),
    ...given("reuseAddr", flag(creation.option("reuseAddr"))),
    ...given("reusePort", reusePort(creation, around.environment, platform)),
    ...given("ipv6Only", flag(creation.option("ipv6Only"))),
    ...(role !== null && { clusterRole: role }),
  };
}

/** Where datagram sockets send to without a host: 127.0.0.1 or ::1, by their family. */
const LOOPBACK: Given<string> = { known: "localhost" };

function port(node: Argument | undefined): Given<number> {
  const known = node && node.type !== "SpreadElement" ? evaluate(node) : null;
  return number(known?.value) ?? "unknown";
}

/** The port, path or descriptor; null for what has none of its own. */
function endpoint({ endpoint: at }: CallSite): Pick<SocketCall, "port" | "path" | "fd"> | null {
  switch (at.kind) {
    case "port":
      return { port: at.value === undefined ? "unknown" : { known: at.value } };
    case "ephemeral":
      return {};
    case "ipc": {
      const path = at.node && evaluate(at.node);
      return { path: typeof path?.value === "string" ? { known: path.value } : "unknown" };
    }
    case "fd": {
      const fd = at.node && evaluate(at.node);
      return { fd: typeof fd?.value === "number" ? { known: fd.value } : "unknown" };
    }
    case "unknown":
      return { port: "unknown" };
    default:
      return null;
  }
}

/** `reusePort` as the socket sees it. */
function reusePort(site: CallSite, environment: Environment, platform: Platform): Given<boolean> | undefined {
  const reuse = reuseOf(site, environment);
  switch (reuse.state) {
    case "default":
      return { known: true };
    case "effective": {
      const known = isTrueOn(site, reuse.option, platform);
      return known === null ? "unknown" : { known };
    }
    case "stated":
      return reuse.by === "reusePort" ? { known: false } : undefined;
    case "unknown":
      return mayReachSocket(site, environment) ? "unknown" : undefined;
    default:
      return undefined;
  }
}

/** Whether the option would get there if it stood in the call. */
function mayReachSocket(site: CallSite, environment: Environment): boolean {
  const { reusePort: fate, positionalDrops } = site.operation;
  return (
    (fate === "forwarded" || fate === "default") &&
    (!positionalDrops || site.options !== null) &&
    rowAgainst(site, "reusePort", environment) === null &&
    !onlyOldNode(environment)
  );
}

function familyOf(creation: CallSite): Given<4 | 6> | undefined {
  const first = creation.call.arguments[0];
  const option = creation.option("type");
  const type = isSet(option)
    ? option.value
    : first && first.type !== "SpreadElement"
      ? evaluate(first)?.value
      : undefined;
  return type === "udp4" ? { known: 4 } : type === "udp6" ? { known: 6 } : "unknown";
}
