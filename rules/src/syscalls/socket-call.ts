import type { Environment } from "../environment.ts";
import { canonicalKey, isA } from "../catalogue/index.ts";
import { evaluate } from "../analysis/constants.ts";
import type { Option } from "../analysis/options.ts";
import type { ProcessFacts } from "../process/index.ts";
import { hasForeignAgent, isTrueOn, onlyOldNode, whyIgnored } from "../sockets/sharing.ts";
import type { FileSites, Site } from "../sockets/sites.ts";
import type { Given, Platform, SocketCall } from "./types.ts";
import { bindOf } from "../sockets/udp.ts";

/** What has to be known beside the site; RuleContext is one. */
export interface Around {
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
}

/**
 * What a site asks of the runtime, in the form that `syscalls()` takes. Options that the API drops are left out, a
 * guarded `reusePort` is what it is on `platform`.
 * Null where no call of ours follows (a server is only made, a handle is only attached), for raw calls, which are
 * system calls already, and for libraries that open their sockets in native code of their own.
 */
export function siteToSocketCall(site: Site, around: Around, platform: Platform): SocketCall | null {
  if (site.raw || site.op === "setsockopt") return null;
  if (site.op === "connect") return site.transport === "tcp" ? tcpConnect(site) : null;
  if (site.transport === "udp") return udpBind(site, around, platform);
  if (site.op === "create") return null;
  return tcpListen(site, around, platform);
}

function tcpListen(site: Site, { process, environment }: Around, platform: Platform): SocketCall | null {
  // Elysia ends in Bun.serve; uWebSockets.js and hyper-express bring a library of their own.
  const elysia = site.api.startsWith("elysia.") && environment.runtime === "bun";
  if (site.operation.reusePort === "default" && !elysia) return null;
  const at = endpoint(site);
  if (!at) return null;
  const role = process.clusterRole(site);
  return {
    api: elysia ? "bun.serve" : apiOf(site),
    op: site.op === "bind" ? "bind" : "listen",
    transport: "tcp",
    ...at,
    ...("path" in at || "fd" in at ? {} : given("host", text(site.host))),
    ...given("reusePort", elysia ? sharedUnlessRefused(site) : reusePort(site, environment, platform)),
    ...given("exclusive", flag(site.option("exclusive"))),
    ...given("ipv6Only", flag(site.option("ipv6Only"))),
    ...given("backlog", backlog(site)),
    ...(role !== null && { clusterRole: role }),
  };
}

function udpBind(site: Site, around: Around, platform: Platform): SocketCall | null {
  const bind = bindOf(site, around);
  if (!bind || bind.op !== "bind") return null;
  const at = endpoint(bind);
  if (!at) return null;
  const creation =
    bind.operation.runtime === undefined ? (site.op === "create" ? site : around.sites.creation(bind)) : bind;
  const role = around.process.clusterRole(bind);
  const joined = around.sites.uses(bind.origins).find((use) => use.name === "addMembership");
  const family = creation && creation !== bind ? familyOf(creation) : undefined;
  return {
    api: apiOf(bind),
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

function tcpConnect(site: Site): SocketCall | null {
  if (hasForeignAgent(site) || site.option("socket").state === "set") return null;
  const ipc = site.operation.ipcOption && site.option(site.operation.ipcOption);
  const call = { api: apiOf(site), op: "connect", transport: "tcp" } as const;
  if (ipc?.state === "set") return { ...call, path: typeof ipc.value === "string" ? { known: ipc.value } : "unknown" };
  const ignored =
    site.operation.ignores?.some((each) => each.option === "localAddress") && site.operation.tlsOnly !== true;
  const remote = [site.host, site.option("hostname")].find((each) => "value" in each) ?? site.host;
  const port = site.option("port");
  return {
    ...call,
    host: text(remote) ?? "unknown",
    port: "value" in port ? (number(port.value) ?? "unknown") : "unknown",
    ...(!ignored && {
      ...given("localAddress", text(site.option(site.operation.tlsOnly ? "tls.localAddress" : "localAddress"))),
      ...given("localPort", port16(site.option("localPort"))),
    }),
  };
}

/** The port, path or descriptor; null for what has none of its own. */
function endpoint({ endpoint: at }: Site): Pick<SocketCall, "port" | "path" | "fd"> | null {
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
function reusePort(site: Site, environment: Environment, platform: Platform): Given<boolean> | undefined {
  const option = site.option("reusePort");
  if (
    option.state === "absent" ||
    site.operation.reusePort !== "forwarded" ||
    whyIgnored(site, environment) ||
    onlyOldNode(environment)
  )
    return undefined;
  if (site.operation.positionalDrops && !site.settings) return undefined;
  const known = isTrueOn(site, option, platform);
  return known === null ? "unknown" : { known };
}

function sharedUnlessRefused(site: Site): Given<boolean> {
  const option = site.option("reusePort");
  if (option.state === "absent") return { known: true };
  return "value" in option ? { known: option.value !== false } : "unknown";
}

/** A socket option that counts when it is truthy. */
function flag(option: Option): Given<boolean> | undefined {
  if (option.state === "absent") return undefined;
  return "value" in option && option.state === "set" && !option.conditions?.length
    ? { known: Boolean(option.value) }
    : "unknown";
}

function text(option: Option): Given<string> | undefined {
  if (option.state === "absent" || ("value" in option && option.value === "")) return undefined;
  return typeof option.value === "string" ? { known: option.value } : "unknown";
}

function port16(option: Option): Given<number> | undefined {
  if (option.state === "absent") return undefined;
  return (option.state === "set" && "value" in option ? number(option.value) : undefined) ?? "unknown";
}

function number(given: unknown): Given<number> | undefined {
  const port = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  return typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= 65535 ? { known: port } : undefined;
}

function backlog(site: Site): Given<number> | undefined {
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

function familyOf(creation: Site): Given<4 | 6> | undefined {
  const first = creation.call.arguments[0];
  const option = creation.option("type");
  const type =
    option.state === "set"
      ? option.value
      : first && first.type !== "SpreadElement"
        ? evaluate(first)?.value
        : undefined;
  return type === "udp4" ? { known: 4 } : type === "udp6" ? { known: 6 } : "unknown";
}

function value<T>(node: Site["call"]["arguments"][number] | undefined, as: (given: unknown) => T): Given<T> {
  const known = node && node.type !== "SpreadElement" ? evaluate(node) : null;
  return known ? { known: as(known.value) } : "unknown";
}

const OWN = /^(?:net|tls|http|https|http2|dgram|bun|deno)\./;

/** The API of the runtime in which a call ends: frameworks make an http server or a TCP connection. */
function apiOf(site: Site): string {
  const key = canonicalKey(site.api);
  if (OWN.test(key)) return key;
  if (site.op === "connect") return "net.connect";
  return site.api.startsWith("grpc")
    ? "http2.Server#listen"
    : isA(key.split("#")[0] as string, "net.Server") || site.certainty === "shaped"
      ? "net.Server#listen"
      : "http.Server#listen";
}

function given<Name extends keyof SocketCall>(
  name: Name,
  value: SocketCall[Name] | undefined,
): Pick<SocketCall, Name> | Record<never, never> {
  return value === undefined ? {} : ({ [name]: value } as Pick<SocketCall, Name>);
}
