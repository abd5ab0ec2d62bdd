import { contains, nameOf, stringOf, unwrap, type Node } from "../analysis/ast.ts";
import { givenBy } from "../analysis/borrowed.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import { fallbackOf } from "../analysis/defaults.ts";
import { intervalOf } from "../analysis/intervals.ts";
import { indexOf } from "../analysis/source.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";
import type { Environment } from "../environment.ts";
import { readHost, takesAnyway } from "./host-text.ts";
import { isPortName } from "./port-names.ts";
import { isPortLike, lastName } from "./ports.ts";
import type { ApiSite, Site } from "./site.ts";

/** What is wrong with the arguments of a listen or a bind. */
export type BadArguments =
  /** A constant, or the constant behind a configured port (`fallback`), that is not a port. */
  | { kind: "constant"; at: Node; value: unknown; fallback: boolean }
  /** Text where only a number is taken. */
  | { kind: "text"; at: Node; value: string }
  /** A computed port that may leave the ports. */
  | { kind: "range"; at: Node; min: number; max: number }
  /** A computed port that is not rounded. */
  | { kind: "fraction"; at: Node }
  /** The host stands where the port belongs; `port` is what stands behind it. */
  | { kind: "swapped"; at: Node; text: string | null; port: Node | null }
  /** A URL stands where the port belongs: net takes it for a path. `whole`: no part of it is computed. */
  | { kind: "url"; at: Node; text: string; whole: boolean }
  /** An options object without a port, a path, a descriptor or a handle. */
  | { kind: "missing"; at: Node }
  /** A host that is neither an address nor a name; `meant`: the address that somebody had in mind. */
  | { kind: "host"; at: Node; value: string; meant: string }
  /** An option that has to be a boolean is none. */
  | { kind: "flag"; at: Node; option: string; value: unknown };

/** What a call does with a port that is none: which error it throws, or that it keeps the low 16 bits of it. */
export type PortCheck = "ERR_SOCKET_BAD_PORT" | "ERR_OUT_OF_RANGE" | "wraps";

/** The listens of which a runtime checks the port as Node.js does, and throws; node:http of Bun emits another error. */
const CHECKED: Readonly<Record<Environment["runtime"], RegExp>> = {
  node: /^(?:net|tls|http)\.Server#listen$/,
  bun: /^net\.Server#listen$/,
  deno: /^(?:net|http)\.Server#listen$/,
};

/** What checks the port of a call, as was run on Node.js 20 to 26, Bun 1.4 and Deno 2.9; null where nobody has looked. */
export function portCheckOf(site: ApiSite, { runtime }: Environment): PortCheck | null {
  if (site.api === "bun.serve" || site.api === "bun.listen") return "ERR_OUT_OF_RANGE";
  const end = endOf(site, runtime);
  if (end === "dgram.Socket#bind" && runtime === "node")
    return site.operation.synchronous ? "ERR_SOCKET_BAD_PORT" : "wraps";
  return end !== null && CHECKED[runtime].test(end) ? "ERR_SOCKET_BAD_PORT" : null;
}

function endOf({ operation: { endsIn } }: ApiSite, runtime: Environment["runtime"]): string | null {
  return typeof endsIn === "object" ? (endsIn[runtime] ?? null) : null;
}

/** The error of a constant that is not a port: a number or text is looked at, anything else is not an argument at all. */
export function errorOf(check: PortCheck, value: unknown): PortCheck | "ERR_INVALID_ARG_VALUE" {
  return check === "ERR_SOCKET_BAD_PORT" && typeof value !== "number" && typeof value !== "string"
    ? "ERR_INVALID_ARG_VALUE"
    : check;
}

/** What is wrong with the port or the host that a call gives; null where nothing is, or nobody can say. */
export function badArguments(site: Site, environment: Environment): BadArguments | null {
  if (site.kind !== "api" || (site.op !== "listen" && site.op !== "bind")) return null;
  const flag = notBoolean(site, environment);
  if (flag || site.operation.bindsHandle) return flag;
  const host = oddHost(site, environment);
  if (host) return host;
  if (lacksPort(site)) return { kind: "missing", at: site.name };
  // A package that checks its options itself says something else.
  if (site.operation.reusePort === "refused") return null;
  const port = site.portNode;
  const check = portCheckOf(site, environment);
  if (!port) return null;
  if (environment.runtime === "deno" && endOf(site, "deno") === "dgram.Socket#bind") return text(port);
  return check && (swapped(site, port) ?? constant(site, port, check, environment.runtime) ?? computed(site, port));
}

/** The value of an option of which the runtime takes a boolean alone (facts `bun-flags`, `deno-flags-strict-true` and `node-bound-socket`). */
function notBoolean(site: ApiSite, { runtime }: Environment): BadArguments | null {
  for (const name of site.operation.booleans?.[runtime] ?? []) {
    const option = site.option(name);
    if (option.state === "known" && option.at && typeof option.value !== "boolean")
      return { kind: "flag", at: option.at, option: name, value: option.value };
  }
  return null;
}

/** The listens and binds of which a runtime hands the host to getaddrinfo(3), as was run. */
const LOOKED_UP: Readonly<Record<Environment["runtime"], RegExp>> = {
  node: /^(?:(?:net|tls|http)\.Server#listen|dgram\.Socket#bind)$/,
  bun: /^(?:net\.Server#listen|bun\.listen|dgram\.Socket#bind)$/,
  deno: /^(?:(?:net|http)\.Server#listen|dgram\.Socket#bind)$/,
};

/** A host in brackets, or `*`: facts `node-host-in-brackets`, `bun-hosts` and `deno-hosts`. */
function oddHost(site: ApiSite, { runtime }: Environment): BadArguments | null {
  const { host, operation } = site;
  const end = site.api === "bun.listen" ? site.api : endOf(site, runtime);
  // Packages that are given options of their own may make an address of it.
  if (operation.again === undefined && site.transport === "tcp" && site.api !== "bun.listen") return null;
  if (end === null || !LOOKED_UP[runtime].test(end) || typeof host.value !== "string" || !host.node) return null;
  const at = readHost(host.value);
  if (at.kind !== "neither" || at.meant === null || takesAnyway(at.text, end, runtime)) return null;
  // In Bun a datagram socket takes `*` for an address of its own choice.
  return runtime === "bun" && at.text === "*" ? null : { kind: "host", at: host.node, value: at.text, meant: at.meant };
}

const PLACES = /^(?:port|path|fd|handle|_handle)$/;

/** net's listen() throws for options that say nowhere what to listen on, in Node.js, Bun and Deno alike; `port: undefined` is a port. */
function lacksPort(site: ApiSite): boolean {
  const [options] = givenBy(site.call);
  if (!/^(?:net|tls|http)\.Server#listen$/.test(site.api) || options?.type !== "ObjectExpression") return false;
  return options.properties.every((each) => {
    const name = each.type === "Property" ? nameOf(each) : null;
    return name !== null && !PLACES.test(name);
  });
}

/** bind() of node:dgram in Deno hands what it is given to the system as it is; empty text is port 0. */
function text(at: Node): BadArguments | null {
  const value = evaluate(at)?.value;
  return typeof value === "string" && value !== "" ? { kind: "text", at, value } : null;
}

function constant(site: ApiSite, at: Node, check: PortCheck, runtime: Environment["runtime"]): BadArguments | null {
  const known = evaluate(at);
  const behind = known ?? fallbackOf(at);
  if (!behind) return null;
  const inOptions = readsOptions(site);
  const isBlank = typeof behind.value === "string" && behind.value.trim() === "";
  // Bun takes blank text for no port at all, but for that in an options object of net.
  const takesBlank = check === "ERR_OUT_OF_RANGE" || (runtime === "bun" && !inOptions);
  // What a conversion makes of it is another value, and whoever converts has thought of the unset variable.
  if (isBlank && !known && unwrap(onlyValue(unwrap(at)) ?? at).type !== "LogicalExpression") return null;
  return (isBlank ? !takesBlank : isBad(behind.value, inOptions, check))
    ? { kind: "constant", at, value: behind.value, fallback: known === null }
    : null;
}

/** The call's own options object has the port: packages that take one hand it on in front of the host, where text is a path. */
function readsOptions(site: ApiSite): boolean {
  return site.options !== null && (site.operation.again !== undefined || site.transport === "udp");
}

/** Not a port and not a path either: only text that no number of 0 or more stands for is a path, and only outside an options object. */
function isBad(value: unknown, inOptions: boolean, check: PortCheck): boolean {
  if (typeof value === "bigint" || typeof value === "boolean") return check === "ERR_SOCKET_BAD_PORT";
  if (typeof value !== "number" && typeof value !== "string") return false;
  if (Number.isNaN(value)) return false;
  const number = Number(value);
  if (typeof value === "string" && !(number >= 0)) return inOptions;
  return !Number.isInteger(number) || number < 0 || number > 65535;
}

function computed(site: ApiSite, at: Node): BadArguments | null {
  const interval = evaluate(at) ? null : intervalOf(at);
  if (!interval || isGuarded(site, at)) return null;
  if (!interval.integer) return { kind: "fraction", at };
  const { min, max } = interval;
  return min < 0 || max > 65535 ? { kind: "range", at, min, max } : null;
}

/** A test around the call, or before it, looks at what the port is made of. */
function isGuarded(site: ApiSite, port: Node): boolean {
  const names = [...indexOf(site.file).variableOf].filter(([node]) => contains(port, node));
  const made = names.map(([node]) => variableOf(node));
  return conditionsOf(site.call).some(({ test }) =>
    [...indexOf(site.file).variableOf].some(([node, variable]) => contains(test, node) && made.includes(variable)),
  );
}

const ADDRESS = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[?[\da-f]*:[\da-f:]*:[\da-f.]*\]?|::)$/i;
const WITH_PORT = /^(?:[\w.-]*|\[[\da-f:.]+\]):\d{1,5}$/i;

/** net's own signature, `listen(port, host)`, with the host first. */
function swapped(site: ApiSite, first: Node): BadArguments | null {
  // The calls that hand their arguments to a server of net as they are.
  if (site.operation.again === undefined || site.options || site.transport !== "tcp") return null;
  const url = urlAt(first);
  if (url) return url;
  const second = givenBy(site.call)[1];
  const port = second && isPort(second) ? second : null;
  const known = evaluate(first) ?? fallbackOf(first);
  if (typeof known?.value === "string") {
    const text = known.value;
    const isText = text !== "" && Number.isNaN(Number(text));
    if (ADDRESS.test(text) || WITH_PORT.test(text) || (isText && port && !isNumber(port)))
      return { kind: "swapped", at: first, text, port };
    return null;
  }
  const name = lastName(first);
  const isHost = name !== null && /^(?:\w*_)?(?:host(?:_?name)?|ip(?:_?addr(?:ess)?)?)$/i.test(name);
  return isHost && port && !isNumber(port) ? { kind: "swapped", at: first, text: null, port } : null;
}

const URL_BEGINS = /^[a-z][a-z\d+.-]*:\/\//i;

/** `"http://localhost:3000"`, also behind a configured one, and `\`http://${host}:${port}\``. */
function urlAt(at: Node): BadArguments | null {
  const known = evaluate(at) ?? fallbackOf(at);
  const text = known ? known.value : beginningOf(unwrap(onlyValue(unwrap(at)) ?? at));
  return typeof text === "string" && URL_BEGINS.test(text) ? { kind: "url", at, text, whole: known !== null } : null;
}

/** The constant text that a computed one begins with. */
function beginningOf(node: Node): string | null {
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked ?? null;
  return node.type === "BinaryExpression" && node.operator === "+"
    ? (stringOf(node.left) ?? beginningOf(unwrap(node.left)))
    : null;
}

function isPort(node: Node): boolean {
  const name = lastName(node);
  return name === null ? isPortLike(node) : isPortName(name) || /^process\.env\./.test(name);
}

/** A number as written: behind a path it may be a backlog. */
function isNumber(node: Node): boolean {
  return unwrap(node).type === "Literal";
}
