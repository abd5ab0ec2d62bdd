/** Where a connection goes: from its options, a URL or positional arguments. */
import { unwrap, words, type Node } from "../analysis/ast.ts";
import { givenBy } from "../analysis/borrowed.ts";
import type { Runtime } from "../catalogue/types.ts";
import { evaluate } from "../analysis/constants.ts";
import { onlyValue } from "../analysis/variables.ts";
import { isSet } from "../analysis/options.ts";
import { isPortLike, lastName, portOf } from "../sockets/ports.ts";
import { readHost } from "../sockets/host-text.ts";
import type { CallSite } from "../sockets/site.ts";
import { number, text } from "./given.ts";
import type { SocketCall } from "./types.ts";

type Remote = Pick<SocketCall, "host" | "port" | "path">;

export function remoteOf(site: CallSite, runtime: Runtime): Remote {
  const remote = writtenRemote(site, runtime);
  if (remote.host === undefined || remote.host === "unknown") return remote;
  const at = readHost(remote.host.known);
  return {
    ...remote,
    host: at.kind === "neither" ? "unknown" : at.kind === "address" ? { known: at.text } : remote.host,
  };
}

function writtenRemote(site: CallSite, runtime: Runtime): Remote {
  const { operation } = site;
  const readsIpc = operation.ipcRuntime === undefined || operation.ipcRuntime === runtime;
  const ipc = operation.ipcOption !== undefined && readsIpc ? site.option(operation.ipcOption) : null;
  if (ipc && isSet(ipc)) return { path: typeof ipc.value === "string" ? { known: ipc.value } : "unknown" };
  const first = givenBy(site.call)[0];
  if (first && first.type !== "SpreadElement" && isPositional(site)) {
    // tls.connect(port, host, options) has both.
    const hasOptionsFirst = site.options?.argument === first || (site.optionsUnknown && !isPortLike(first));
    if (!hasOptionsFirst) return positional(site, first);
  }
  return fromOptions(site, first?.type === "SpreadElement" ? undefined : first);
}

function isPositional({ operation: { forms } }: CallSite): boolean {
  return forms.some((form) => form[0] === "port");
}

/** `connect(port, host)` or `connect(path)`. */
function positional(site: CallSite, first: Node): Remote {
  const endpoint = portOf(first);
  if (endpoint.kind === "ipc") {
    const path = evaluate(first)?.value;
    return { path: typeof path === "string" ? { known: path } : "unknown" };
  }
  const named = words(lastName(first) ?? "").some((word) => /^(?:path|sock|socket|pipe|ipc|unix)$/.test(word));
  if (named && endpoint.kind === "port" && endpoint.value === undefined) return { path: "unknown" };
  const port = endpoint.kind === "port" ? endpoint.value : undefined;
  return {
    host: site.host.state === "absent" ? { known: "localhost" } : (text(site.host) ?? "unknown"),
    port: port === undefined ? "unknown" : { known: port },
  };
}

/** Options win over the URL before them. */
function fromOptions(site: CallSite, first: Node | undefined): Remote {
  const { defaultPort, ipcOption, reusesConnectionsWith } = site.operation;
  const url = first ? urlOf(first) : null;
  const remote = [site.host, site.option("hostname")].find((each) => each.state === "known") ?? site.host;
  const port = site.option("port");
  // An agent is given the host by every request, and a URL that nobody knows may name any.
  const complete =
    ipcOption !== undefined &&
    reusesConnectionsWith === undefined &&
    !site.optionsUnknown &&
    site.options?.object === first;
  const given = text(remote) ?? (remote.state === "absent" && url ? { known: url.host } : undefined);
  const absent = complete && remote.state === "absent" && site.option("hostname").state === "absent";
  const byDefault = complete && port.state === "absent" ? defaultPort : undefined;
  const known = port.state === "absent" ? (url?.port ?? byDefault) : port.value;
  return { host: given ?? (absent ? { known: "localhost" } : "unknown"), port: number(known) ?? "unknown" };
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "ws:": 80, "https:": 443, "wss:": 443 };

function urlOf(node: Node): { host: string; port: number } | null {
  const known = evaluate(urlText(node))?.value;
  const url = typeof known === "string" && URL.canParse(known) ? new URL(known) : null;
  const port = url && (url.port === "" ? DEFAULT_PORTS[url.protocol] : Number(url.port));
  return url && typeof port === "number" ? { host: url.hostname.replace(/^\[(.*)\]$/, "$1"), port } : null;
}

/** The text of `new URL(text)`. */
function urlText(node: Node): Node {
  const at = unwrap(onlyValue(unwrap(node)) ?? node);
  const [text, ...base] = at.type === "NewExpression" ? at.arguments : [];
  if (at.type !== "NewExpression" || !text || text.type === "SpreadElement" || base.length > 0) return node;
  return at.callee.type === "Identifier" && at.callee.name === "URL" ? text : node;
}
