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
import { conditionsOf } from "../analysis/conditions.ts";
import { inErrorHandling, listenersOf } from "../analysis/listeners.ts";
import { fileOf } from "../analysis/source.ts";
import type { FileSites } from "./site.ts";

/** Whether code at two places runs in one run of the program whenever one of them does: under the same conditions, in the same loops and try blocks. */
export function runTogether(a: Node, b: Node, sites: FileSites): boolean {
  if (inErrorHandling(a) || inErrorHandling(b)) return false;
  const [x, y] = [chainOf(a, sites), chainOf(b, sites)];
  const common = x.find((each) => y.some((other) => other.scope === each.scope));
  if (!common) return false;
  return sameCircumstances(framesOf(x, common.scope), framesOf(y, common.scope));
}

/** Whether a node runs whenever the function around it does, and once: no condition, loop or try block lies between. */
export function runsOnceIn(node: Node, fn: FunctionNode | null, sites: FileSites): boolean {
  const chain = chainOf(node, sites);
  const scope = fn ?? fileOf(node).ast;
  return !inErrorHandling(node) && chain.some((each) => each.scope === scope) && framesOf(chain, scope).length === 0;
}

/** A place, and the function or module that it runs in. */
interface Link {
  node: Node;
  scope: Node;
}

/** The place itself, then the call that runs the function around it, and so on outwards as long as one place alone runs it, and once. */
function chainOf(node: Node, sites: FileSites): Link[] {
  const chain: Link[] = [];
  for (let at: Node | null = node; at !== null && chain.length < 12;) {
    const fn: FunctionNode | null = enclosingFunction(at);
    const scope = fn ?? fileOf(at).ast;
    if (chain.some((each) => each.scope === scope)) break;
    chain.push({ node: at, scope });
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

/** What decides whether and how often a place runs once `scope` does, by what it is and on which side the place stands. */
function framesOf(chain: readonly Link[], scope: Node): string[] {
  const frames: string[] = [];
  const home = fileOf(scope);
  for (const link of chain) {
    const { node } = link;
    const { path = "" } = fileOf(node);
    for (const { test, when, cases } of conditionsOf(node, Infinity)) {
      const { path = "" } = fileOf(test);
      // What stands outside of the scope holds for both places.
      if (fileOf(test) === home && !contains(scope, test)) continue;
      frames.push(`${path} ${test.range.join()} ${when} ${cases?.map((each) => each.range[0]).join() ?? ""}`);
    }
    let from = node;
    for (const at of ancestors(node)) {
      if (at === scope) break;
      if (at.type === "TryStatement" && at.handler && from === at.block) frames.push(`${path} try ${at.range[0]}`);
      if (/^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(at.type)) frames.push(`${path} loop ${at.range[0]}`);
      from = at;
    }
    if (link.scope === scope) break;
  }
  return [...new Set(frames)];
}

function sameCircumstances(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((each) => y.includes(each));
}
