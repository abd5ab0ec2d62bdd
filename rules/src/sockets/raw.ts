import type { TSESTree } from "@typescript-eslint/types";
import {
  calleeName,
  contains,
  enclosingFunction,
  nameOf,
  unwrap,
  words,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import type { Operation } from "../catalogue/types.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import { ABSENT } from "../analysis/options.ts";
import { UNKNOWN_ENDPOINT, isPortLike, lastName, portOf, type Endpoint } from "./ports.ts";
import { functionOf } from "../analysis/calls.ts";
import { thisHost } from "../analysis/classes.ts";
import { assignedTo } from "../analysis/fields.ts";
import { identities } from "../analysis/identities.ts";
import { resolve } from "../analysis/values.ts";
import type { Site } from "./sites.ts";
import { indexOf, type SourceFile, fileOf } from "../analysis/source.ts";
import { onlyValue, writesOf, variableOf, parameterOf } from "../analysis/variables.ts";

/** The options of setsockopt(2) that the rules speak of; numbers are Linux's. */
export type RawOption = "SO_REUSEADDR" | "SO_REUSEPORT" | "IP_BIND_ADDRESS_NO_PORT" | "other" | "unknown";

/** One call of a C function on a descriptor. */
export interface RawCall {
  fn: "setsockopt" | "bind" | "listen" | "connect";
  /** The variable or field that holds the descriptor. */
  fd: object;
  /** The `socket()` call that made it. */
  socket: Call;
  stream: boolean | null;
  option: RawOption | null;
  /** Arguments as written, for edits. */
  args: readonly Node[];
  /** The descriptor also goes to functions of which we see nothing. */
  handedOver: boolean;
}

const OPERATIONS: Record<RawCall["fn"], Operation> = {
  setsockopt: { op: "bind", transport: "tcp", forms: [] },
  bind: { op: "bind", transport: "tcp", forms: [] },
  listen: { op: "listen", transport: "tcp", forms: [] },
  connect: { op: "connect", transport: "tcp", forms: [] },
};

/** The calls of socket functions through a foreign function interface whose descriptor comes from `socket()` in this file. */
export function rawSites(file: SourceFile): Site[] {
  const index = indexOf(file);
  if (!/["'`][^"'`\s]*ffi[^"'`\s]*["'`]|\bdlopen\b/.test(file.text)) return [];
  const sites: Site[] = [];
  for (const call of index.calls) {
    const fn = cFunction(call);
    if (fn !== "setsockopt" && fn !== "bind" && fn !== "listen" && fn !== "connect") continue;
    const args = call.arguments as Node[];
    const descriptor = args[0] && descriptorOf(args[0]);
    if (!descriptor) continue;
    const endpoint = fn === "bind" && args[1] ? addressPort(args[1]) : UNKNOWN_ENDPOINT;
    sites.push({
      file,
      op: fn === "setsockopt" ? "setsockopt" : OPERATIONS[fn].op,
      transport: descriptor.stream === false ? "udp" : "tcp",
      api: `libc.${fn}`,
      operation: OPERATIONS[fn],
      certainty: "resolved",
      call,
      name: calleeName(call),
      label: `${fn}()`,
      origins: [descriptor.fd],
      endpoint,
      host: ABSENT,
      option: () => ABSENT,
      settings: null,
      settingsUnknown: false,
      stray: [],
      get conditions() {
        return conditionsOf(call);
      },
      callback: null,
      repeated: false,
      raw: { fn, ...descriptor, option: fn === "setsockopt" ? optionName(args[1], args[2]) : null, args },
    });
  }
  return sites;
}

function cFunction(call: Call): string | null {
  if (call.type !== "CallExpression") return null;
  const value = resolve(call.callee);
  return value?.kind === "c" ? value.name : null;
}

function descriptorOf(node: Node): Pick<RawCall, "fd" | "socket" | "stream" | "handedOver"> | null {
  const file = fileOf(node);
  const fd = identities(node)[0];
  if (!fd) return null;
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const host = at.type === "MemberExpression" && unwrap(at.object).type === "ThisExpression" ? thisHost(at) : null;
  const written = variable
    ? (writesOf(variable) ?? []).map((each) => each.node)
    : host
      ? assignedTo(host, nameOf(at) ?? "")
      : [];
  const sockets = written.flatMap((each) => socketCall(each) ?? []);
  const made = sockets[0];
  if (!made || sockets.length !== 1 || written.length > 2) return null;
  return {
    fd,
    socket: made.socket,
    stream: isStream(made.socket.arguments[1] as Node | undefined),
    handedOver: made.handedOver || isHandedOver(file, fd),
  };
}

/** `socket(…)`, also inside a call that hands its result on. Of a function of this file we see what it does with the descriptor; others may set options. */
function socketCall(node: Node): { socket: TSESTree.CallExpression; handedOver: boolean } | null {
  const at = unwrap(node);
  if (at.type !== "CallExpression") return null;
  if (cFunction(at) === "socket") return { socket: at, handedOver: false };
  if (cFunction(at) !== null) return null;
  const i = at.arguments.findIndex((each) => each.type === "CallExpression" && cFunction(each) === "socket");
  if (i === -1) return null;
  const fn = functionOf(at.callee);
  return {
    socket: at.arguments[i] as TSESTree.CallExpression,
    handedOver: fn ? usesDescriptor(fn, i) : !checksResults(at),
  };
}

/** A function from elsewhere that also takes what bind() or listen() return: it looks at results, not at descriptors. */
function checksResults(call: TSESTree.CallExpression): boolean {
  const file = fileOf(call);
  const name = file.text.slice(call.callee.range[0], call.callee.range[1]);
  return indexOf(file).calls.some(
    (each) =>
      file.text.slice(each.callee.range[0], each.callee.range[1]) === name &&
      each.arguments.some(
        (argument) =>
          argument.type === "CallExpression" &&
          /^(?:bind|listen|connect|setsockopt|close)$/.test(cFunction(argument) ?? ""),
      ),
  );
}

/** Whether a function calls anything with this parameter. */
function usesDescriptor(fn: FunctionNode, parameter: number): boolean {
  const file = fileOf(fn);
  const name = fn.params[parameter];
  const variable = name?.type === "Identifier" ? variableOf(name) : undefined;
  return (
    variable === undefined ||
    indexOf(file).calls.some(
      (call) =>
        contains(fn, call) &&
        call.arguments.some((each) => each.type === "Identifier" && variableOf(each) === variable),
    )
  );
}

/** SOCK_STREAM is 1 below the flag bits; null when the type is unknown. */
function isStream(node: Node | undefined): boolean | null {
  if (!node) return null;
  const file = fileOf(node);
  const known = evaluate(node);
  if (typeof known?.value === "number") return (known.value & 0xf) === 1;
  const names = file.text.slice(node.range[0], node.range[1]);
  return /SOCK_STREAM/.test(names) ? true : /SOCK_DGRAM/.test(names) ? false : null;
}

function isHandedOver(file: SourceFile, fd: object): boolean {
  return indexOf(file).calls.some((call) => {
    if (cFunction(call) !== null) return false;
    const value = resolve(call.callee);
    if (value?.kind === "path" && /^(?:console\.|net\.Socket|Number|String)/.test(value.path)) return false;
    return call.arguments.some(
      (each) => (each.type === "Identifier" || each.type === "MemberExpression") && identities(each)[0] === fd,
    );
  });
}

function optionName(level: Node | undefined, option: Node | undefined): RawOption {
  const levelValue = level && constant(level);
  const value = option && constant(option);
  if (value === undefined || levelValue === undefined) return "unknown";
  const isSocket = levelValue === "SOL_SOCKET" || levelValue === 1;
  const isIp = levelValue === "IPPROTO_IP" || levelValue === "SOL_IP" || levelValue === 0;
  if (isSocket && (value === "SO_REUSEADDR" || value === 2)) return "SO_REUSEADDR";
  if (isSocket && (value === "SO_REUSEPORT" || value === 15)) return "SO_REUSEPORT";
  if (isIp && (value === "IP_BIND_ADDRESS_NO_PORT" || value === 24)) return "IP_BIND_ADDRESS_NO_PORT";
  if (value === "SO_REUSEADDR" || value === "SO_REUSEPORT" || value === "IP_BIND_ADDRESS_NO_PORT") return value;
  return typeof value === "number" && typeof levelValue === "number" ? "other" : "unknown";
}

/** The number of a constant, or its name where only that is known (imported constants). */
function constant(node: Node): number | string | undefined {
  const known = evaluate(node);
  if (typeof known?.value === "number") return known.value;
  const name = lastName(node);
  return name !== null && /^(?:SOL|SO|IPPROTO|IP|SOCK|TCP)_\w+$/.test(name) ? name : undefined;
}

/** Wrappers that hand a buffer on as a pointer. */
const POINTERS = new Set(["as", "ptr", "of", "address", "addressOf", "ref"]);

/** The port inside a sockaddr: known where the file shows how the bytes came about. */
export function addressPort(node: Node, depth = 0): Endpoint {
  const at = unwrap(node);
  if (depth > 4) return UNKNOWN_ENDPOINT;
  switch (at.type) {
    case "ObjectExpression": {
      const port = at.properties.find(
        (each) => each.type === "Property" && /^(?:sin6?_)?port$/.test(nameOf(each) ?? ""),
      ) as TSESTree.Property | undefined;
      return port ? networkOrder(port.value) : UNKNOWN_ENDPOINT;
    }
    case "MemberExpression":
      return nameOf(at) === "buffer" ? addressPort(at.object, depth + 1) : UNKNOWN_ENDPOINT;
    case "CallExpression":
    case "NewExpression": {
      const callee = unwrap(at.callee);
      const name = lastName(callee) ?? "";
      const first = at.arguments[0] as Node | undefined;
      if (first && POINTERS.has(name) && at.type === "CallExpression") return addressPort(first, depth + 1);
      const bytes = byteList(first);
      if (bytes) return fromBytes(bytes[2], bytes[3]);
      const fn = functionOf(callee);
      if (fn) return fromBuilder(at, fn);
      if (/addr/i.test(name)) {
        const port = at.arguments.find(
          (each) => each.type !== "SpreadElement" && (isPortLike(each) || typeof evaluate(each)?.value === "number"),
        );
        return port ? portOf(port as Node) : UNKNOWN_ENDPOINT;
      }
      return UNKNOWN_ENDPOINT;
    }
    case "Identifier": {
      const given = onlyValue(at);
      if (!given) return UNKNOWN_ENDPOINT;
      const made = unwrap(given);
      const stored = storedPort(at);
      if (stored) return stored;
      const callee =
        made.type === "CallExpression" || made.type === "NewExpression" ? lastName(unwrap(made.callee)) : null;
      const isBlank =
        (callee === "alloc" || callee === "Uint8Array" || callee === "ArrayBuffer") &&
        !byteList((made as Call).arguments[0] as Node | undefined);
      if (isBlank && !viewsOf(at)) return { kind: "ephemeral", explicit: true, node: at };
      return isBlank ? UNKNOWN_ENDPOINT : addressPort(made, depth + 1);
    }
    default:
      return UNKNOWN_ENDPOINT;
  }
}

/** `htons(port)` is the port. */
function networkOrder(node: Node): Endpoint {
  const at = unwrap(node);
  if (at.type === "CallExpression" && /hton|swap/i.test(lastName(unwrap(at.callee)) ?? "") && at.arguments[0])
    return portOf(at.arguments[0] as Node);
  const endpoint = portOf(at);
  return endpoint.kind === "port" ? { kind: "port", node: at } : endpoint;
}

function byteList(node: Node | undefined): readonly (Node | null)[] | null {
  const at = node && unwrap(node);
  return at?.type === "ArrayExpression" &&
    at.elements.length >= 4 &&
    at.elements.slice(0, 4).every((each) => each?.type !== "SpreadElement")
    ? (at.elements as (Node | null)[])
    : null;
}

function fromBytes(high: Node | null | undefined, low: Node | null | undefined): Endpoint {
  const a = high ? evaluate(high) : null;
  const b = low ? evaluate(low) : null;
  if (typeof a?.value !== "number" || typeof b?.value !== "number") return { kind: "port", node: high ?? null };
  const port = a.value * 256 + b.value;
  return port === 0
    ? { kind: "ephemeral", explicit: true, node: high ?? null }
    : { kind: "port", value: port, node: high ?? null };
}

/** A local function that builds the address: the argument of its parameter named port; or what its body writes. */
function fromBuilder(
  call: Call,
  fn: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
): Endpoint {
  const file = fileOf(call);
  for (const [i, each] of fn.params.entries()) {
    const target = each.type === "AssignmentPattern" ? each.left : each;
    if (target.type !== "Identifier" || !words(target.name).includes("port")) continue;
    const given = call.arguments[i] as Node | undefined;
    if (given) return portOf(given);
    return each.type === "AssignmentPattern" ? portOf(each.right) : UNKNOWN_ENDPOINT;
  }
  const returned = indexOf(file).returns.get(fn);
  return returned?.length === 1 ? addressPort(returned[0] as Node, 2) : UNKNOWN_ENDPOINT;
}

/** `buffer.writeUInt16BE(port, 2)`, `view.setUint16(2, port)` with the view made of this buffer, `buffer[2] = …`. */
function storedPort(buffer: TSESTree.Identifier): Endpoint | null {
  const file = fileOf(buffer);
  const variable = variableOf(buffer);
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression" || !isAbout(callee.object, variable)) continue;
    const name = nameOf(callee);
    const [a, b] = call.arguments as Node[];
    if (name === "writeUInt16BE" && a && b && evaluate(b)?.value === 2) return portOf(a);
    if (name === "setUint16" && a && b && evaluate(a)?.value === 2) return portOf(b);
    if (name === "set" && a && !b) {
      const bytes = byteList(a);
      if (bytes) return fromBytes(bytes[2], bytes[3]);
    }
  }
  const byte = (i: number) =>
    indexOf(file).memberAssignments.find(
      (each) =>
        each.left.type === "MemberExpression" &&
        isAbout(each.left.object, variable) &&
        each.left.computed &&
        evaluate(each.left.property)?.value === i,
    )?.right;
  return byte(2) || byte(3) ? fromBytes(byte(2), byte(3)) : null;
}

/** The buffer itself, or a view of it. */
function isAbout(node: Node, variable: ReturnType<typeof variableOf>): boolean {
  const at = unwrap(node);
  if (at.type === "NewExpression")
    return at.arguments.some((each) => each.type !== "SpreadElement" && isAbout(each, variable));
  if (at.type === "MemberExpression" && nameOf(at) === "buffer") return isAbout(at.object, variable);
  if (at.type !== "Identifier") return false;
  const mine = variableOf(at);
  if (mine === variable) return true;
  const writes = mine && !parameterOf(mine) ? writesOf(mine) : null;
  const made = writes?.length === 1 ? unwrap(writes[0]!.node) : null;
  return made?.type === "NewExpression" && isAbout(made, variable);
}

/** Something else fills the buffer: it goes to a function of which we see nothing, before it is bound. */
function viewsOf(buffer: TSESTree.Identifier): boolean {
  const file = fileOf(buffer);
  const variable = variableOf(buffer);
  return indexOf(file).calls.some((call) => {
    if (cFunction(call) !== null) return false;
    const name = lastName(unwrap(call.callee)) ?? "";
    if (POINTERS.has(name) || name === "DataView" || /Array$/.test(name)) return false;
    return call.arguments.some((each) => each.type === "Identifier" && variableOf(each) === variable);
  });
}

/** `later` runs after `earlier` whenever `earlier` has run: one function, and no branch between them. */
export function inStraightFlow(earlier: Node, later: Node): boolean {
  if (earlier.range[0] >= later.range[0] || enclosingFunction(earlier) !== enclosingFunction(later)) return false;
  for (let at = earlier.parent; at; at = at.parent) {
    if (contains(at, later))
      return !/^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement|TryStatement)$/.test(at.type);
  }
  return false;
}
