import type { Environment } from "../environment.ts";
import { evaluate } from "../analysis/constants.ts";
import { isSet, type Option } from "../analysis/options.ts";
import type { Surroundings } from "../sockets/surroundings.ts";
import { hasForeignAgent, localAddressOf, localPortOf } from "../sockets/local-address.ts";
import { isTrueOn, reuseOf, rowAgainst } from "../sockets/reuse.ts";
import type { CallSite, Site } from "../sockets/site.ts";
import { bindOf, makesDatagramSocket } from "../sockets/udp.ts";
import { onlyOldNode } from "../sockets/versions.ts";
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

function tcpListen(site: CallSite, { process, environment }: Surroundings, platform: Platform): SocketCall | null {
  const api = apiOf(site, environment);
  const at = endpoint(site);
  if (api === null || !at) return null;
  const role = process.clusterRole(site);
  return {
    api,
    op: site.op === "bind" ? "bind" : "listen",
    transport: "tcp",
    ...at,
    ...("path" in at || "fd" in at ? {} : given("host", text(site.host))),
    ...given("reusePort", reusePort(site, environment, platform)),
    ...given("exclusive", flag(site.option("exclusive"))),
    ...given("ipv6Only", flag(site.option("ipv6Only"))),
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
  const joined = around.sites.uses(bind.origins).find((use) => use.name === "addMembership");
  const family = creation && creation !== bind ? familyOf(creation) : undefined;
  return {
    api,
    op: "bind",
    transport: "udp",
    ...at,
    ...("fd" in at ? {} : given("host", text(bind.host))),
    ...given("family", family),
    ...(creation && {
      ...given("reuseAddr", flag(creation.option("reuseAddr"))),
      ...given("reusePort", reusePort(creation, around.environment, platform)),
      ...given("ipv6Only", flag(creation.option("ipv6Only"))),
    }),
    ...given("exclusive", flag(bind.option("exclusive"))),
    ...(joined && given("membership", value(joined.call.arguments[0], String))),
    ...(role !== null && { clusterRole: role }),
  };
}

function tcpConnect(site: CallSite, { environment }: Surroundings): SocketCall | null {
  const api = apiOf(site, environment);
  if (api === null || hasForeignAgent(site) || isSet(site.option("socket"))) return null;
  const ipc = site.operation.ipcOption && site.option(site.operation.ipcOption);
  const call = { api, op: "connect", transport: "tcp" } as const;
  if (ipc && isSet(ipc)) return { ...call, path: typeof ipc.value === "string" ? { known: ipc.value } : "unknown" };
  const remote = [site.host, site.option("hostname")].find((each) => each.state === "known") ?? site.host;
  const port = site.option("port");
  return {
    ...call,
    host: text(remote) ?? "unknown",
    port: number(port.value) ?? "unknown",
    ...given("localAddress", text(localAddressOf(site))),
    ...given("localPort", port16(localPortOf(site))),
  };
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
    (!positionalDrops || site.settings !== null) &&
    rowAgainst(site, "reusePort", environment) === null &&
    !onlyOldNode(environment)
  );
}

/** A socket option that counts when it is truthy. */
function flag(option: Option): Given<boolean> | undefined {
  if (option.state === "absent") return undefined;
  return option.state === "known" && !option.conditions?.length ? { known: Boolean(option.value) } : "unknown";
}

function text(option: Option): Given<string> | undefined {
  if (option.state === "absent" || option.value === "") return undefined;
  return typeof option.value === "string" ? { known: option.value } : "unknown";
}

function port16(option: Option): Given<number> | undefined {
  if (option.state === "absent") return undefined;
  return number(option.value) ?? "unknown";
}

function number(given: unknown): Given<number> | undefined {
  const port = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  return typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= 65535 ? { known: port } : undefined;
}

function backlog(site: CallSite): Given<number> | undefined {
  if (site.settings || site.settingsUnknown) {
    const option = site.option("backlog");
    if (option.state === "absent") return undefined;
    return typeof option.value === "number" ? { known: option.value } : "unknown";
  }
  if (!site.operation.forms.some((form) => form.includes("backlog"))) return undefined;
  for (const argument of site.call.arguments.slice(1)) {
    const known = argument.type === "SpreadElement" ? null : evaluate(argument);
    if (typeof known?.value === "number") return { known: known.value };
  }
  return undefined;
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

function value<T>(node: CallSite["call"]["arguments"][number] | undefined, as: (given: unknown) => T): Given<T> {
  const known = node && node.type !== "SpreadElement" ? evaluate(node) : null;
  return known ? { known: as(known.value) } : "unknown";
}

function given<Name extends keyof SocketCall>(
  name: Name,
  value: SocketCall[Name] | undefined,
): Pick<SocketCall, Name> | Record<never, never> {
  return value === undefined ? {} : ({ [name]: value } as Pick<SocketCall, Name>);
}
