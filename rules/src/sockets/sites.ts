import type { TSESTree } from "@typescript-eslint/types";
import { annotationOf, membersOf } from "../analysis/annotations.ts";
import {
  calleeName,
  isClass,
  isFunction,
  nameOf,
  unwrap,
  words,
  type Call,
  type ClassNode,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { callNames, entryAt, isNonServer, memberAt } from "../catalogue/index.ts";
import { listen as netListen } from "../catalogue/net.ts";
import type { Operation, OptionName, Slot, Transport } from "../catalogue/types.ts";
import { conditionsOf, type Condition } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import {
  ABSENT,
  UNKNOWN,
  mayBeSettings,
  optionAssigned,
  optionIn,
  settingsOf,
  type Option,
  type Settings,
} from "../analysis/options.ts";
import { isNamedOtherwise } from "./port-names.ts";
import { UNKNOWN_ENDPOINT, isObjectLike, isPortLike, lastName, portInAddress, portOf, type Endpoint } from "./ports.ts";
import { rawSites, type RawCall } from "./raw.ts";
import { reachesPackages } from "./known-packages.ts";
import { calleeOf, functionOf } from "../analysis/calls.ts";
import { thisHost } from "../analysis/classes.ts";
import { escapes } from "../analysis/escape.ts";
import { identities, isSame } from "../analysis/identities.ts";
import { inErrorHandling } from "../analysis/listeners.ts";
import type { Value } from "../analysis/value.ts";
import { resolve } from "../analysis/values.ts";
import { indexOf, type SourceFile, fileOf } from "../analysis/source.ts";
import { variableOf, writesOf } from "../analysis/variables.ts";

/** One operation on a socket that the code performs. Rules, hovers and code actions all read sites. */
export interface Site {
  file: SourceFile;
  op: "create" | "listen" | "bind" | "connect" | "setsockopt";
  transport: Transport | "unknown";
  /** Catalogue key, such as `net.Server#listen`; `shaped` where only the call's shape speaks. */
  api: string;
  operation: Operation;
  /** `resolved`: the receiver is known. `shaped`: only the call's shape says so. */
  certainty: "resolved" | "shaped";
  call: Call;
  /** Where to report: the name of what is called. */
  name: Node;
  /** How messages call it: `server.listen()`. */
  label: string;
  /** Which socket: see Resolver.identities. Empty where nobody can say. */
  origins: readonly object[];
  endpoint: Endpoint;
  /** The local address, wherever it is written. */
  host: Option;
  /** What the call says about an option, by Node's name for it. */
  option(name: OptionName | (string & {})): Option;
  settings: Settings | null;
  /** The settings argument comes from elsewhere, or arguments are spread. */
  settingsUnknown: boolean;
  /** Object arguments in places where this API reads none. */
  stray: readonly Settings[];
  /** What has to be true for this call, in this form, to happen: see conditionsOf. */
  conditions: readonly Condition[];
  callback: FunctionNode | null;
  /** A later listen on a server that listens before (a retry, a fallback). */
  repeated: boolean;
  raw?: RawCall;
}

/** A method call on an object that sites speak of. */
export interface Use {
  origins: readonly object[];
  name: string;
  call: TSESTree.CallExpression;
  receiver: Node;
}

export interface FileSites {
  file: SourceFile;
  sites: readonly Site[];
  /** The method calls on a socket, anywhere in the file. */
  uses(origins: readonly object[]): readonly Use[];
  /** The site that made a socket. */
  creation(site: Site): Site | null;
  /** The socket is given to code that may do more with it. */
  escapes(origins: readonly object[]): boolean;
  sameSocket(a: Site, b: Site): boolean;
}

const cache = new WeakMap<TSESTree.Program, FileSites>();

/** All sites of a file, computed once. */
export function sitesOf(file: SourceFile): FileSites {
  let sites = cache.get(file.ast);
  if (!sites) cache.set(file.ast, (sites = collect(file)));
  return sites;
}

function collect(file: SourceFile): FileSites {
  const index = indexOf(file);
  const sites: Site[] = [];
  const known = reachesPackages(file);
  const local = file.text.includes("localAddress");
  for (const call of index.calls) sites.push(...sitesAt(call, known, local));
  if (known) sites.push(...rawSites(file));
  sites.sort((a, b) => a.name.range[0] - b.name.range[0]);
  markRepeated(sites);
  let uses: Use[] | undefined;
  return {
    file,
    sites,
    uses: (origins) => (uses ??= collectUses()).filter((each) => isSame(each.origins, origins)),
    creation: (site) =>
      sites.find((each) => each.op === "create" && each.origins.some((origin) => site.origins.includes(origin))) ??
      null,
    escapes: (origins) => escapes(file, origins),
    sameSocket: (a, b) => a.origins.length > 0 && a.origins[0] === b.origins[0],
  };

  function collectUses(): Use[] {
    const found: Use[] = [];
    for (const call of index.calls) {
      const callee = unwrap(call.callee);
      if (call.type !== "CallExpression" || callee.type !== "MemberExpression") continue;
      const name = nameOf(callee);
      if (name !== null) found.push({ name, call, receiver: callee.object, origins: identities(callee.object) });
    }
    return found;
  }
}

/** One site for each form that the call can take; none where it is no socket operation. */
function sitesAt(call: Call, known: boolean, local: boolean): Site[] {
  const callee = unwrap(call.callee);
  if (
    callee.type === "MemberExpression" &&
    !callNames.has(nameOf(callee) ?? "default") &&
    !/(?:Agent|Client|Pool|Socket)$/.test(nameOf(callee) ?? "")
  )
    return [];
  const found = known ? calleeOf(call) : null;
  const operation = found?.entry.does;
  if (found && operation) {
    if (operation.newOnly && call.type !== "NewExpression" && call.callee.type !== "Super") return [];
    const creates =
      call.callee.type === "Super"
        ? superOrigins(call)
        : call.type === "NewExpression" || operation.op === "create" || found.entry.returns !== "this"
          ? [call]
          : [];
    const origins = found.receiver ? found.receiver.origins : creates;
    return readings(call, operation).map((reading) =>
      siteFrom(call, operation, found.key, "resolved", origins, reading),
    );
  }
  return shapedSites(call, local);
}

function superOrigins(call: Call): readonly object[] {
  const host = thisHost(call.callee);
  return host ? [host] : [];
}

interface Reading {
  slots: Partial<Record<Slot, Node>>;
  settings: Settings | null;
  settingsUnknown: boolean;
  stray: Settings[];
  conditions: Condition[];
}

function readings(call: Call, operation: Operation): Reading[] {
  const spread = call.arguments.findIndex((each) => each.type === "SpreadElement");
  const args = (spread === -1 ? call.arguments : call.arguments.slice(0, spread)) as Node[];
  if (spread === 0) return [{ slots: {}, settings: null, settingsUnknown: true, stray: [], conditions: [] }];
  return branches(args[0]).flatMap(({ node, conditions }) =>
    read(node ? [node, ...args.slice(1)] : [], operation, spread !== -1).map((each) => ({
      ...each,
      conditions: [...conditions, ...each.conditions],
    })),
  );
}

/** The alternatives of a conditional first argument. */
function branches(
  node: Node | undefined,
  conditions: Condition[] = [],
): { node: Node | undefined; conditions: Condition[] }[] {
  const at = node && unwrap(node);
  if (at?.type !== "ConditionalExpression" || conditions.length > 2) return [{ node, conditions }];
  const object = (each: Node) => ["ObjectExpression", "ConditionalExpression"].includes(unwrap(each).type);
  if (!object(at.consequent) && !object(at.alternate)) return [{ node, conditions }];
  return [
    ...branches(at.consequent, [...conditions, { test: at.test, when: true }]),
    ...branches(at.alternate, [...conditions, { test: at.test, when: false }]),
  ];
}

function read(args: readonly Node[], operation: Operation, cut: boolean): Reading[] {
  const form =
    operation.forms.find((each) => fits(args, each)) ??
    operation.forms.find((each) => each[0] !== "settings" && each[0] !== "callback") ??
    (operation.forms.at(-1) as readonly Slot[]);
  const slots: Partial<Record<Slot, Node>> = {};
  const stray: Settings[] = [];
  let settings: Settings[] | null = null;
  let settingsUnknown = cut;
  for (const [i, arg] of args.entries()) {
    const slot = form[i];
    if (slot === "settings" && !functionOf(arg)) {
      settings = settingsOf(arg);
      if (!settings && !isPlainValue(arg)) settingsUnknown = true;
      slots.settings = arg;
      continue;
    }
    if (functionOf(arg)) slots.callback = arg;
    else if (slot) slots[slot] = arg;
    const object = slot === "other" ? null : settingsOf(arg);
    if (object && i > 0) stray.push(...object);
  }
  const whole = (settings ?? [null]).slice(0, 8);
  return whole.map((each) => ({
    slots,
    settings: each,
    settingsUnknown,
    stray,
    conditions: [...(each?.conditions ?? [])],
  }));
}

function isPlainValue(node: Node): boolean {
  const type = unwrap(node).type;
  return type === "Literal" || type === "TemplateLiteral" || isFunction(node);
}

function fits(args: readonly Node[], form: readonly Slot[]): boolean {
  const [first, second] = args;
  if (!first) return form[0] !== "settings";
  const settings = args[form.indexOf("settings")];
  switch (form[0]) {
    case "settings": {
      if (settingsOf(first)) return true;
      if (mayBeSettings(first)) return true;
      const name = lastName(first);
      return name !== null && isNamedOtherwise(name) && /opt|conf|cfg|args/i.test(name) && !functionOf(first);
    }
    case "callback":
      return functionOf(first) !== null;
    case "host":
      return args.length > 2 && second !== undefined && !functionOf(second) && !isPortLike(first);
    case "port":
      if (form[1] === "other" && args.length > 2 && !isPortLike(first) && second !== undefined && isPortLike(second))
        return false;
      return !form.includes("settings") || settings === undefined || settingsOf(settings) !== null;
    default:
      return !form.includes("settings") || (settings !== undefined && settingsOf(settings) !== null);
  }
}

function siteFrom(
  call: Call,
  operation: Operation,
  api: string,
  certainty: Site["certainty"],
  origins: readonly object[],
  reading: Reading,
): Site {
  const file = fileOf(call);
  const name = calleeName(call);
  let around: Condition[] | undefined;
  const option = (wanted: string): Option => {
    const spelled = operation.spelled?.[wanted as OptionName] ?? wanted;
    if (reading.settings) {
      const found = optionIn(
        file,
        reading.settings,
        [...(operation.within ?? []), ...spelled.split(/\.(?=localAddress$|reusePort$)/)],
        call,
      );
      return found.state === "absent" && reading.settingsUnknown ? UNKNOWN : found;
    }
    if (!reading.settingsUnknown) return ABSENT;
    const argument = reading.slots.settings;
    return argument && !operation.within && /^\w+$/.test(spelled) ? optionAssigned(argument, spelled, call) : UNKNOWN;
  };
  return {
    file,
    op: operation.op,
    transport: operation.transport,
    api,
    operation,
    certainty,
    call,
    name,
    label: labelOf(call),
    origins,
    endpoint: endpointOf(operation, reading, option),
    get host() {
      return hostOf(operation, reading, option);
    },
    option,
    settings: reading.settings,
    settingsUnknown: reading.settingsUnknown,
    stray: reading.stray,
    get conditions() {
      return (around ??= [...reading.conditions, ...conditionsOf(call)]);
    },
    callback: functionOf(reading.slots.callback ?? (call.arguments.at(-1) as Node | undefined)),
    repeated: false,
  };
}

/** `server.listen()`, `new WebSocketServer()`: short enough for a message. */
export function labelOf(call: Call): string {
  const file = fileOf(call);
  const callee = unwrap(call.callee);
  const text = file.text.slice(callee.range[0], callee.range[1]).replace(/\s+/g, "");
  const short = /^[\w$.#?]{1,40}$/.test(text)
    ? text.replaceAll("?.", ".")
    : file.text.slice(calleeName(call).range[0], calleeName(call).range[1]);
  return `${call.type === "NewExpression" ? "new " : ""}${short}()`;
}

function endpointOf(operation: Operation, reading: Reading, option: (name: string) => Option): Endpoint {
  if (operation.op === "connect" || operation.op === "create") return UNKNOWN_ENDPOINT;
  if (reading.slots.address) return portInAddress(reading.slots.address);
  if (reading.slots.port) return positional(reading.slots.port, operation);
  if (reading.slots.settings || operation.within) return fromSettings(operation, option);
  if (reading.settingsUnknown) return UNKNOWN_ENDPOINT;
  return absentPort(operation);
}

function hostOf(operation: Operation, reading: Reading, option: (name: string) => Option): Option {
  const node = reading.slots.host ?? reading.slots.address;
  if (!node) {
    const given = option("host");
    return given.state === "absent" && operation.defaultHost !== undefined
      ? { state: "set", value: operation.defaultHost }
      : given;
  }
  const known = evaluate(node);
  if (!known) return { state: "set", node };
  if (known.value === undefined || known.value === null || typeof known.value === "number") return ABSENT;
  const value = reading.slots.address
    ? String(known.value)
        .replace(/:\d+$/, "")
        .replace(/^\[(.*)\]$/, "$1")
    : known.value;
  return { state: "set", node, value };
}

function absentPort(operation: Operation): Endpoint {
  return operation.defaultPort === undefined
    ? { kind: "ephemeral", explicit: false, node: null }
    : { kind: "port", value: operation.defaultPort, node: null };
}

function positional(node: Node, operation: Operation): Endpoint {
  const value = resolve(node);
  if (value?.kind === "instance") return { kind: operation.attaches ? "attached" : "handle", node };
  if (value?.kind === "object" || value?.kind === "local" || isObjectLike(node)) return UNKNOWN_ENDPOINT;
  if (operation.attaches && !isPortLike(node)) return { kind: "attached", node };
  const name = lastName(node);
  const isEnvironment = value?.kind === "path" && /env\.\w*$/.test(value.path);
  if (name !== null && isNamedOtherwise(name) && !isEnvironment) {
    const constant = portOf(node);
    return constant.kind === "port" && constant.value === undefined && constant.fallback === undefined
      ? namedEndpoint(name, node)
      : constant;
  }
  if (isEnvironment && name !== null && /PATH|SOCK|PIPE|FD/i.test(name)) return namedEndpoint(name, node);
  return portOf(node);
}

/** What a name says that the argument is, if it is no port. */
function namedEndpoint(name: string, node: Node): Endpoint {
  const all = words(name);
  if (all.includes("fd")) return { kind: "fd", node };
  if (all.includes("handle")) return { kind: "handle", node };
  return all.some((word) => ["path", "sock", "socket", "pipe", "unix"].includes(word)) && !all.includes("or")
    ? { kind: "ipc", node }
    : UNKNOWN_ENDPOINT;
}

function fromSettings(operation: Operation, option: (name: string) => Option): Endpoint {
  for (const kind of ["fd", "handle"] as const) {
    const found = option(kind === "handle" ? "_handle" : kind);
    if (found.state === "set") return { kind, node: found.node ?? null };
  }
  const handle = option("handle");
  if (handle.state === "set") return { kind: "handle", node: handle.node ?? null };
  if (operation.attachedBy?.some((each) => option(each).state === "set")) return { kind: "attached", node: null };
  const port = option("port");
  if (port.state === "set" && port.node) {
    const endpoint = portOf(port.node);
    return endpoint.kind === "ipc" ? UNKNOWN_ENDPOINT : endpoint;
  }
  const path = option("path");
  if (path.state === "set") return { kind: "ipc", node: path.node ?? null };
  if (port.state === "unknown" || path.state === "unknown") return UNKNOWN_ENDPOINT;
  if (operation.reusePort === "refused" || operation.newOnly) return { kind: "ephemeral", explicit: false, node: null };
  return absentPort(operation);
}

const SHAPED_LISTEN: Operation = netListen;
const SHAPED_SOCKET: Operation = {
  op: "create",
  transport: "udp",
  forms: [["settings", "callback"]],
  reusePort: "forwarded",
  reusePortValue: "truthy",
};
const SHAPED_CONNECT: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [
    ["settings", "callback"],
    ["other", "settings", "callback"],
    ["other", "other", "settings"],
  ],
  hasAgent: true,
};

/** What the shape of a call alone says: only where an option or a port speaks clearly. `local`: the file speaks of a local address. */
function shapedSites(call: Call, local: boolean): Site[] {
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? nameOf(callee) : callee.type === "Identifier" ? callee.name : null;
  if (name === null) return [];
  const shaped = (operation: Operation, keep: (site: Site) => boolean): Site[] => {
    const origins =
      operation.op === "listen" && callee.type === "MemberExpression" ? identities(callee.object) : [call];
    return readings(call, operation)
      .map((reading) => siteFrom(call, operation, "shaped", "shaped", origins, reading))
      .filter(keep);
  };
  if (call.type === "NewExpression") {
    if (!local || !/(?:Agent|Client|Pool|Socket)$/.test(name) || name === "WebSocket") return [];
    return shaped(SHAPED_CONNECT, (site) => site.option("localAddress").state === "set");
  }
  // A function or method whose code is known listens itself, or not at all.
  if (callee.type === "MemberExpression" && name === "listen" && resolve(callee)?.kind === "local") return [];
  if (callee.type === "MemberExpression" && name === "listen" && !isSomethingElse(callee.object)) {
    return shaped(SHAPED_LISTEN, (site) => site.option("reusePort").state === "set" || hasPortShape(call, site));
  }
  if (name === "createSocket" && call.type === "CallExpression") {
    return shaped(
      SHAPED_SOCKET,
      (site) =>
        (site.option("reusePort").state === "set" || site.option("reuseAddr").state === "set") &&
        isSocketType(site.option("type")),
    );
  }
  if (local && ["connect", "createConnection", "request", "get"].includes(name)) {
    return shaped(
      SHAPED_CONNECT,
      (site) =>
        site.option("localAddress").state === "set" &&
        ["host", "hostname", "port", "agent"].some((each) => site.option(each).state === "set") &&
        !isRecord(callee, site.option("localAddress")),
    );
  }
  return [];
}

const SOCKETS = new Set(["socket", "sock", "conn", "connection", "req", "request", "session", "stream"]);

/** A note about a socket that there is (`localAddress: socket.localAddress`), or an argument for a method of this file's own class. */
function isRecord(callee: Node, address: Option): boolean {
  const from = address.state === "set" && address.node ? unwrap(address.node) : null;
  if (
    from?.type === "MemberExpression" &&
    nameOf(from) === "localAddress" &&
    words(lastName(from.object) ?? "").some((word) => SOCKETS.has(word))
  )
    return true;
  const receiver = callee.type === "MemberExpression" ? resolve(callee.object) : null;
  return (
    receiver?.kind === "object" &&
    isClass(receiver.cls) &&
    receiver.cls.body.body.some((each) => "key" in each && nameOf(each as Node) === nameOf(callee))
  );
}

function isSocketType(type: Option): boolean {
  return type.state !== "absent" && (!("value" in type) || type.value === "udp4" || type.value === "udp6");
}

function hasPortShape(call: Call, site: Site): boolean {
  if (site.settings) return site.option("port").state === "set";
  const [first, ...others] = call.arguments;
  // `listen(port, true)` is somebody else's method.
  if (others.some((each) => each.type === "Literal" && (typeof each.value === "boolean" || "regex" in each)))
    return false;
  return first !== undefined && first.type !== "SpreadElement" && isPortLike(first);
}

/** The receiver of a listen is known, and it is no server. */
function isSomethingElse(receiver: Node): boolean {
  const value: Value | null = resolve(receiver);
  if (speaksOfDatagrams(receiver) || annotatedWithListen(receiver)) return true;
  switch (value?.kind) {
    case "path":
      return isNonServer(value.module) || /^(?:window|document|navigator|chrome|browser|history)$/.test(value.module);
    case "instance":
      return !memberAt(value.type, "listen")?.does && entryAt(value.type) !== undefined;
    case "local":
      return true;
    case "object":
      return isClass(value.cls) ? definesListen(value.cls) || !value.cls.superClass : true;
    default:
      return false;
  }
}

/** The receiver's type is written in this file and has a `listen` of its own. */
function annotatedWithListen(receiver: Node): boolean {
  const type = annotationOf(receiver);
  return (
    type !== null &&
    (membersOf(type)?.some(
      (each) =>
        /^(?:TSMethodSignature|TSPropertySignature|MethodDefinition|PropertyDefinition)$/.test(each.type) &&
        nameOf(each) === "listen",
    ) ??
      false)
  );
}

const DATAGRAM_WORDS = new Set(["udp", "dgram", "datagram", "coap", "multicast", "mdns", "ssdp"]);

/** `udpServer`, or something made by `coap.createServer()`: named after a protocol that has no TCP listen. */
function speaksOfDatagrams(receiver: Node): boolean {
  const file = fileOf(receiver);
  const at = unwrap(receiver);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const made = variable ? (writesOf(variable) ?? []).map((write) => unwrap(write.node)) : [at];
  const named = [at, ...made]
    .map((node) => (node.type === "CallExpression" || node.type === "NewExpression" ? node.callee : node))
    .filter((node) => node.type === "Identifier" || node.type === "MemberExpression");
  return named.some((node) =>
    words(file.text.slice(node.range[0], node.range[1])).some((word) => DATAGRAM_WORDS.has(word)),
  );
}

function definesListen(cls: ClassNode, depth = 0): boolean {
  if (cls.body.body.some((each) => "key" in each && nameOf(each as Node) === "listen")) return true;
  const above = cls.superClass && depth < 20 ? resolve(cls.superClass) : null;
  if (above?.kind === "path") return isNonServer(above.module);
  return above?.kind === "local" && isClass(above.node) && definesListen(above.node, depth + 1);
}

/** Marks every listen but the first on one server. A listen in an 'error' handler or a catch block is never the first. */
function markRepeated(sites: Site[]): void {
  const listens = sites.filter(
    (site) =>
      site.op === "listen" &&
      site.transport === "tcp" &&
      !["ipc", "fd", "handle", "attached"].includes(site.endpoint.kind) &&
      site.origins.length > 0 &&
      !site.raw,
  );
  const byServer = new Map<object, Site[]>();
  for (const site of listens) {
    if (site.origins[0] === site.call) continue;
    const list = byServer.get(site.origins[0]!);
    if (list) list.push(site);
    else byServer.set(site.origins[0]!, [site]);
  }
  for (const list of byServer.values()) {
    const first = list.find((site) => !inErrorHandling(site.call)) ?? list[0]!;
    for (const site of list) if (site.call !== first.call) site.repeated = true;
  }
}
