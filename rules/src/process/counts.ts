import {
  ancestors,
  calleeName,
  contains,
  isFunction,
  isLoop,
  nameOf,
  stringOf,
  unwrap,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { fallbackOf } from "../analysis/defaults.ts";
import { callOnTheWay, constantBehind } from "../analysis/handed-over.ts";
import { functionOf } from "../analysis/calls.ts";
import { resolve } from "../analysis/values.ts";
import { handoversOf, placesOf, textOf, valueOf } from "./calls.ts";
import { listenersOf } from "../analysis/listeners.ts";

/** How often something is started. 0: only in the place of one that has ended. `many`: twice or more, nobody can say how often. */
export type Count = number | "many" | "unknown";

const ENDED = new Set(["exit", "error", "disconnect", "close"]);
const ITERATES = /^(?:forEach|map|flatMap|from|times|range|reduce)$/;
/** Nobody can say how often these call back. */
const EVENTS = /^(?:on|addListener|addEventListener|get|post|put|patch|delete|all|use|route|setInterval)$/;

/** Calls of one function that are looked at, so that the work has an end; nobody counts the others. */
const MOST = 8;

/** How often the code comes by a node in one run of the program. */
export function countOf(node: Node): Count {
  return countFrom(node, { depth: 0, only: true, known: new Map() });
}

/** The way from what is counted to a call that leads there. */
interface Way {
  depth: number;
  /** There is no other way to what is counted. */
  only: boolean;
  /** What was counted at other nodes, by their depths: at one depth either all ways are the only one, or none is. */
  known: Map<Node, Map<number, Count>>;
}

/** Functions that call functions that call functions. */
const DEEPEST = 4;

/** Every call is counted once at a depth, however many ways lead there. */
function countFrom(node: Node, way: Way): Count {
  let counts = way.known.get(node);
  if (!counts) way.known.set(node, (counts = new Map()));
  let count = counts.get(way.depth);
  if (count === undefined) counts.set(way.depth, (count = countAt(node, way)));
  return count;
}

function countAt(node: Node, { depth, only, known }: Way): Count {
  let count: Count = 1;
  for (const at of ancestors(node)) {
    if (isLoop(at)) count = times(count, loopCount(at));
    if (!isFunction(at)) continue;
    const places = placesOf(at).filter((each) => !contains(at, each) && !isAnotherWay(each));
    // A function that is also called by itself starts the first one too.
    if (places.length === 0 && listenersOf(at).some((event) => ENDED.has(event))) return 0;
    const iterated = iterations(at);
    if (iterated !== null) return times(count, iterated);
    if (isEventHandler(at)) return times(count, "unknown");
    if (places.length > 0 && depth < DEEPEST) {
      const way = { depth: depth + 1, only: only && places.length === 1, known };
      const counts = places.slice(0, MOST).map((each) => countFrom(each, way));
      return times(count, sum(places.length > MOST ? [...counts, "unknown"] : counts));
    }
    // One of several ways to get there, and nobody here goes it.
    if (!only && places.length === 0 && handoversOf(at).length === 0) return times(count, "unknown");
  }
  return count;
}

/** A call, or a method of an instance, by another way than the one that is looked at: see `through`. */
function isAnotherWay(place: Call): boolean {
  const way = callOnTheWay();
  if (!way || way === place) return false;
  const [own, other] = [calledBy(way), calledBy(place)];
  if (own && own === other) return true;
  const callee = unwrap(place.callee);
  const value = callee.type === "MemberExpression" ? resolve(callee.object) : null;
  return value?.kind === "object" && value.origin.type === "NewExpression" && value.origin !== way;
}

/** The function or class that a call names. */
function calledBy({ callee }: Call): Node | null {
  const value = resolve(callee);
  return functionOf(callee) ?? (value?.kind === "local" ? value.node : null);
}

function times(a: Count, b: Count): Count {
  if (a === 0 || b === 0) return 0;
  if (typeof a === "number" && typeof b === "number") return a * b;
  return a === "many" || b === "many" ? "many" : "unknown";
}

/** The count of things that all happen. */
export function sum(counts: readonly Count[]): Count {
  const sure = counts.reduce<number>((all, each) => all + (typeof each === "number" ? each : 0), 0);
  if (counts.includes("many") || (sure > 1 && counts.includes("unknown"))) return "many";
  return counts.includes("unknown") ? "unknown" : sure;
}

/** At least two at the same time, for certain. */
export function isMany(count: Count): boolean {
  return count === "many" || (typeof count === "number" && count > 1);
}

/** `for (let i = 0; i < 4; i++)` is 4; a loop whose end is not constant is there to go round more than once. */
function loopCount(loop: Node): Count {
  if (loop.type === "ForOfStatement") return lengthOf(loop.right) ?? "many";
  if (loop.type !== "ForStatement" || loop.test?.type !== "BinaryExpression") return "many";
  const start = loop.init?.type === "VariableDeclaration" ? loop.init.declarations[0]?.init : null;
  const from = start && evaluate(start);
  const to = constantBehind(loop.test.right as Node);
  const { operator } = loop.test;
  if (typeof from?.value !== "number" || typeof to?.value !== "number" || loop.update?.type !== "UpdateExpression")
    return "many";
  const span = loop.update.operator === "++" ? to.value - from.value : from.value - to.value;
  if (["<", ">", "!=", "!=="].includes(operator)) return Math.max(0, span);
  return ["<=", ">="].includes(operator) ? Math.max(0, span + 1) : "many";
}

/** The length of an array literal, or of `Array.from({ length: 4 })`, `Array(4)` and what fills it. */
function lengthOf(node: Node | undefined, depth = 0): number | null {
  const at = node && depth <= DEEPEST ? valueOf(node) : undefined;
  if (at?.type === "ArrayExpression")
    return at.elements.some((each) => each?.type === "SpreadElement") ? null : at.elements.length;
  if (at?.type !== "CallExpression" && at?.type !== "NewExpression") return null;
  const callee = unwrap(at.callee);
  const name = calleeName(at);
  if (name.type !== "Identifier") return null;
  if (/^(?:fill|keys|map)$/.test(name.name) && callee.type === "MemberExpression")
    return lengthOf(callee.object, depth + 1);
  const first = at.arguments[0] as Node | undefined;
  const known = name.name === "Array" || name.name === "from" ? first && evaluate(first) : null;
  const length = name.name === "from" ? (known?.value as { length?: unknown } | null)?.length : known?.value;
  return typeof length === "number" ? length : null;
}

/** How often an iteration calls its callback; null where the function is not one. */
function iterations(fn: FunctionNode): Count | null {
  for (const { call, argument } of handoversOf(fn)) {
    const name = calleeName(call);
    if (name.type !== "Identifier" || !ITERATES.test(name.name)) continue;
    const over = argument > 0 ? (call.arguments[0] as Node) : receiverOf(call);
    if (name.name === "from") return sizeOption(call) ?? "many";
    return lengthOf(over) ?? numberOf(over) ?? "many";
  }
  return null;
}

function sizeOption(call: Call): number | null {
  const length = (evaluate(call.arguments[0] as Node)?.value as { length?: unknown } | undefined)?.length;
  return typeof length === "number" ? length : null;
}

function numberOf(node: Node | undefined): number | null {
  const known = node && evaluate(node);
  return typeof known?.value === "number" ? known.value : null;
}

function receiverOf(call: Call): Node | undefined {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" ? callee.object : undefined;
}

function isEventHandler(fn: FunctionNode): boolean {
  const parent = fn.parent as Node;
  if (parent.type !== "CallExpression") return false;
  const name = calleeName(parent);
  if (name.type !== "Identifier" || !EVENTS.test(name.name)) return false;
  return name.name === "setInterval" || stringOf(parent.arguments[0] as Node) !== null;
}

/** How many a pool makes, by the expression that says so: a number, per CPU, or nobody can say. */
export function sizeOf(node: Node): Count {
  const at = valueOf(node);
  const known = evaluate(at);
  if (typeof known?.value === "number") return known.value;
  return /\b(?:cpus|availableParallelism|hardwareConcurrency|numCPUs)\b/.test(textOf(at)) ? "many" : "unknown";
}

/** Whether nobody can say how many, but one at least where nothing is configured: `process.env.WORKERS || 2`. */
export function isSomeByDefault(node: Node): boolean {
  return Number(fallbackOf(node)?.value) >= 1;
}

/** A property of an object literal, by one of several names. */
export function propertyOf(node: Node | undefined, names: readonly string[]): Node | null {
  const at = node && valueOf(node);
  if (at?.type !== "ObjectExpression") return null;
  const found = at.properties.findLast((each) => each.type === "Property" && names.includes(nameOf(each) ?? ""));
  return found?.type === "Property" ? found.value : null;
}
