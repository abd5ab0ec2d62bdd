import {
  ancestors,
  contains,
  enclosingFunction,
  isFunction,
  nameOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { callsOf } from "../analysis/calls.ts";
import { conditionsOf, type Condition } from "../analysis/conditions.ts";
import { inErrorHandling, listenersOf } from "../analysis/listeners.ts";
import type { FileSites } from "./site.ts";

/** Whether code at two places runs in one run of the program whenever one of them does: under the same conditions, in the same loops and try blocks. */
export function runTogether(a: Node, b: Node, sites: FileSites): boolean {
  if (inErrorHandling(a) || inErrorHandling(b)) return false;
  const [x, y] = [chainOf(a, sites), chainOf(b, sites)];
  const common = x.find((each) => y.some((other) => other.fn === each.fn));
  if (!common) return false;
  return sameCircumstances(framesOf(x, common.fn), framesOf(y, common.fn));
}

/** Whether a node runs whenever the function around it does, and once: no condition, loop or try block lies between. */
export function runsOnceIn(node: Node, fn: FunctionNode | null, sites: FileSites): boolean {
  const chain = chainOf(node, sites);
  return !inErrorHandling(node) && chain.some((each) => each.fn === fn) && framesOf(chain, fn).length === 0;
}

/** A place, and the function that it runs in; null is the module. */
interface Link {
  node: Node;
  fn: FunctionNode | null;
}

/** The place itself, then the call that runs the function around it, and so on outwards as long as one place alone runs it, and once. */
function chainOf(node: Node, sites: FileSites): Link[] {
  const chain: Link[] = [];
  for (let at: Node | null = node; at !== null && chain.length < 12;) {
    const fn: FunctionNode | null = enclosingFunction(at);
    if (chain.some((each) => each.fn === fn)) break;
    chain.push({ node: at, fn });
    at = fn && runnerOf(fn, sites);
  }
  return chain;
}

/** The call that runs a function, once, after all that stands before it; null where there may be more, or none. */
function runnerOf(fn: FunctionNode, sites: FileSites): Node | null {
  const parent = fn.parent as Node | undefined;
  if (fn.generator) return null;
  if (parent?.type === "CallExpression" && unwrap(parent.callee) === fn) return parent;
  const listen = sites.sites.find((each) => each.kind !== "raw" && each.op === "listen" && each.callback === fn);
  if (listen) return listen.call;
  const call = parent?.type === "CallExpression" || parent?.type === "NewExpression" ? parent : null;
  if (call && (listenersOf(fn).includes("listening") || isPromiseExecutor(fn) || isThen(fn))) return call;
  const calls = callsOf(fn);
  return calls?.length === 1 && !contains(fn, calls[0]!) ? calls[0]! : null;
}

export function isPromiseExecutor(fn: Node): boolean {
  const parent = fn.parent;
  return (
    isFunction(fn) &&
    parent?.type === "NewExpression" &&
    parent.callee.type === "Identifier" &&
    parent.callee.name === "Promise"
  );
}

/** `promise.then(fn)`: it runs unless something failed before. */
function isThen(fn: Node): boolean {
  const parent = fn.parent as Node | undefined;
  return (
    parent?.type === "CallExpression" &&
    parent.arguments[0] === fn &&
    parent.callee.type === "MemberExpression" &&
    nameOf(parent.callee) === "then"
  );
}

const conditions = new WeakMap<Node, readonly Condition[]>();

/** Found out once: a place is compared with every other one of its file. What stands around the function's calls is not among them. */
function ownConditionsOf(node: Node): readonly Condition[] {
  let found = conditions.get(node);
  if (!found) conditions.set(node, (found = conditionsOf(node, Infinity)));
  return found;
}

/** What decides whether and how often a place runs once `scope` does, by what it is and on which side the place stands. */
function framesOf(chain: readonly Link[], scope: FunctionNode | null): string[] {
  const frames: string[] = [];
  for (const { node, fn } of chain) {
    for (const { test, when, cases } of ownConditionsOf(node)) {
      if (scope && !contains(scope, test)) continue;
      frames.push(`${test.range.join()} ${when} ${cases?.map((each) => each.range[0]).join() ?? ""}`);
    }
    let from = node;
    for (const at of ancestors(node)) {
      if (at === scope) break;
      if (at.type === "TryStatement" && at.handler && from === at.block) frames.push(`try ${at.range[0]}`);
      if (/^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(at.type)) frames.push(`loop ${at.range[0]}`);
      from = at;
    }
    if (fn === scope) break;
  }
  return [...new Set(frames)];
}

function sameCircumstances(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((each) => y.includes(each));
}
