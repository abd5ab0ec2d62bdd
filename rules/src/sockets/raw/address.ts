import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, words, type Call, type FunctionNode, type Node } from "../../analysis/ast.ts";
import { evaluate } from "../../analysis/constants.ts";
import { fileOf, indexOf } from "../../analysis/source.ts";
import { onlyValue, parameterOf, variableOf, writesOf } from "../../analysis/variables.ts";
import { UNKNOWN_ENDPOINT, isPortLike, lastName, portOf, type Endpoint } from "../ports.ts";
import { cFunction } from "./descriptors.ts";
import { functionOf } from "../../analysis/calls.ts";

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
        const port = at.arguments.find((each) => isPortLike(each) || typeof evaluate(each)?.value === "number");
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
      if (isBlank && !isFilledElsewhere(at)) return { kind: "ephemeral", explicit: true, node: at };
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
function fromBuilder(call: Call, fn: FunctionNode): Endpoint {
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
  if (at.type === "NewExpression") return at.arguments.some((each) => isAbout(each, variable));
  if (at.type === "MemberExpression" && nameOf(at) === "buffer") return isAbout(at.object, variable);
  if (at.type !== "Identifier") return false;
  const mine = variableOf(at);
  if (mine === variable) return true;
  const writes = mine && !parameterOf(mine) ? writesOf(mine) : null;
  const made = writes?.length === 1 ? unwrap(writes[0]!.node) : null;
  return made?.type === "NewExpression" && isAbout(made, variable);
}

/** Something else fills the buffer: it goes to a function of which we see nothing, before it is bound. */
function isFilledElsewhere(buffer: TSESTree.Identifier): boolean {
  const file = fileOf(buffer);
  const variable = variableOf(buffer);
  return indexOf(file).calls.some((call) => {
    if (cFunction(call) !== null) return false;
    const name = lastName(unwrap(call.callee)) ?? "";
    if (POINTERS.has(name) || name === "DataView" || /Array$/.test(name)) return false;
    return call.arguments.some((each) => each.type === "Identifier" && variableOf(each) === variable);
  });
}
