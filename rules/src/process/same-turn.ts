import { ancestors, contains, enclosingFunction, isFunction, nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { conditionsOf, exclude } from "../analysis/conditions.ts";
import { placesOf, textOf } from "./calls.ts";
/** Array methods that call back at once. */
const AT_ONCE = /^(?:forEach|map|some|every|filter|flatMap|reduce)$/;

/** More calls around a call do not come up in life, and the work has an end. */
const DEEP = 6;

/**
 * Whether the code at a node runs before something that another call begins can be done: it runs earlier, or later in the same
 * turn of the event loop. False where nobody can say: behind an await, in a callback, in a function with several callers.
 */
export function runsBeforeDone(node: Node, begins: Node): boolean {
  if (exclude(conditionsOf(node), conditionsOf(begins))) return false;
  // Mostly both stand in one function: then nobody has to know who calls it.
  const together = enclosingFunction(node) === enclosingFunction(begins);
  const [mine, its] = together ? [[node], [begins]] : [callsAround(node), callsAround(begins)];
  for (const [depth, at] of mine.entries()) {
    // An await of a function on the way lets other code run first.
    if (depth > 0 && waitsBefore(mine[depth - 1]!)) return false;
    const beginning = its.find((each) => enclosingFunction(each) === enclosingFunction(at));
    if (beginning) return precedes(at, beginning) || !waitsBetween(beginning, at);
  }
  return false;
}

function precedes(node: Node, other: Node): boolean {
  return node.range[0] < other.range[0] && !contains(node, other);
}

/** The node, then the only call of the function that it stands in, and so on. */
function callsAround(node: Node): Node[] {
  const around = [node];
  for (let at: Node | null = node; at && around.length <= DEEP;) {
    const fn = enclosingFunction(at);
    if (!fn || fn.generator) break;
    const parent = fn.parent as Node;
    const callee = parent.type === "CallExpression" ? unwrap(parent.callee) : null;
    if (callee?.type === "MemberExpression" && AT_ONCE.test(nameOf(callee) ?? "")) at = parent;
    else {
      const places = placesOf(fn).filter((each) => !contains(fn, each));
      at = places.length === 1 ? places[0]! : null;
    }
    if (at) around.push(at);
  }
  return around;
}

const WAITS = /\b(?:await|yield)\b/;

/** Something is awaited in the function of a node before it. */
function waitsBefore(node: Node): boolean {
  const fn = enclosingFunction(node);
  return fn !== null && WAITS.test(textOf(fn.body).slice(0, node.range[0] - fn.body.range[0]));
}

/** Something is awaited from the first of two nodes of one function to the second; also where the first is awaited itself. */
function waitsBetween(first: Node, second: Node): boolean {
  for (const at of ancestors(first)) {
    if (at.type === "AwaitExpression") return true;
    if (isFunction(at)) break;
  }
  const fn = enclosingFunction(first);
  let top = first;
  while (top.parent) top = top.parent;
  const whole = fn?.body ?? top;
  return WAITS.test(textOf(whole).slice(first.range[1] - whole.range[0], second.range[0] - whole.range[0]));
}
