import {
  ancestors,
  contains,
  enclosingFunction,
  isFunction,
  isLoop,
  nameOf,
  unwrap,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { callsOf } from "../analysis/calls.ts";
import { conditionsOf, type Condition } from "../analysis/conditions.ts";
import { inErrorHandling, listenersOf } from "../analysis/listeners.ts";
import { fileOf, type SourceFile } from "../analysis/source.ts";
import type { FileSites } from "./site.ts";

/** Whether code at two places runs in one run of the program whenever one of them does: under the same conditions, in the same loops and try blocks. */
export function runTogether(a: Node, b: Node, sites: FileSites): boolean {
  return meetingOf(a, b, [sites]) !== null;
}

/** Two places that run together, in one file or in two of one program. */
export interface Meeting {
  /** Whether the first of the two runs before the other one. */
  inOrder: boolean;
  /** The files that lie on the ways to both. */
  files: ReadonlySet<SourceFile>;
}

/** How two places run together; null where they may not. `all`: the sites of the files that both stand in. */
export function meetingOf(a: Node, b: Node, all: readonly FileSites[]): Meeting | null {
  const [from, to] = [placeOf(a), placeOf(b)];
  // The usual case first, by what is known of both places: each listen of a file is compared with every other.
  const isOneScope = isSameScope(from, to);
  if (isOneScope && !sameCircumstances(from.frames, to.frames)) return null;
  if (inErrorHandling(a) || inErrorHandling(b)) return null;
  if (isOneScope) return { inOrder: comesBefore(a, b), files: new Set([from.file, to.file]) };
  const [x, y] = [chainOf(a, all), chainOf(b, all)];
  const at = x.findIndex((each) => y.some((other) => isSameScope(each, other)));
  const mine = x[at];
  if (!mine) return null;
  const theirs = y.findIndex((each) => isSameScope(each, mine));
  const ways = [x.slice(0, at + 1), y.slice(0, theirs + 1)] as const;
  if (!sameCircumstances(framesOf(ways[0]), framesOf(ways[1]))) return null;
  return {
    inOrder: comesBefore(mine.node, (y[theirs] as Link).node),
    files: new Set(ways.flat().map(({ file }) => file)),
  };
}

/** Imports run before all else in their module. */
function comesBefore(a: Node, b: Node): boolean {
  const [x, y] = [a, b].map((each) => /^(?:Import|Export(?:Named|All))Declaration$/.test(each.type));
  return x === y ? a.range[0] < b.range[0] : x === true;
}

/** Whether a node runs whenever the function around it does, and once: no condition, loop or try block lies between. */
export function runsOnceIn(node: Node, fn: FunctionNode | null, sites: FileSites): boolean {
  const chain = chainOf(node, [sites]);
  const scope: Link = { node, fn, file: fileOf(node) };
  const at = chain.findIndex((each) => isSameScope(each, scope));
  return !inErrorHandling(node) && at !== -1 && framesOf(chain.slice(0, at + 1)).length === 0;
}

/** A place, and the function that it runs in; null is the module. */
interface Link {
  node: Node;
  fn: FunctionNode | null;
  file: SourceFile;
}

function linkOf(node: Node): Link {
  return { node, fn: enclosingFunction(node), file: fileOf(node) };
}

/** A place with its frames in the function around it. */
interface Place extends Link {
  frames: readonly string[];
}

const places = new WeakMap<Node, Place>();

/** Found out once: a place is compared with every other one of its file. */
function placeOf(node: Node): Place {
  let found = places.get(node);
  if (!found) {
    const link = linkOf(node);
    places.set(node, (found = { ...link, frames: framesOf([link]) }));
  }
  return found;
}

function isSameScope(a: Link, b: Link): boolean {
  return a.fn === b.fn && (a.fn !== null || isSameFile(a.file, b.file));
}

/** A host may have a tree of its own for a file that other files know by another one. */
function isSameFile(a: SourceFile, b: SourceFile): boolean {
  return a === b || (a.path !== undefined && a.path === b.path);
}

/**
 * The place itself, then the call that runs the function around it, or the import that runs its module, and so on outwards
 * as long as one place alone runs it, and once.
 */
function chainOf(node: Node, all: readonly FileSites[]): Link[] {
  const chain: Link[] = [];
  for (let at: Node | null = node; at !== null && chain.length < 24;) {
    const link = linkOf(at);
    if (chain.some((each) => isSameScope(each, link))) break;
    chain.push(link);
    at = link.fn ? runnerOf(link.fn, all) : (link.file.loadedBy?.() ?? null);
  }
  return chain;
}

const callbacks = new WeakMap<FileSites, ReadonlyMap<Node, Node>>();

/** The listens of a file by the functions that they call when they are done. */
export function callbacksOf(sites: FileSites): ReadonlyMap<Node, Node> {
  let found = callbacks.get(sites);
  if (!found) {
    const listens = sites.sites.flatMap((each): [Node, Node][] =>
      each.kind !== "raw" && each.op === "listen" && each.callback ? [[each.callback as Node, each.call]] : [],
    );
    // The first one of a function counts.
    callbacks.set(sites, (found = new Map(listens.reverse())));
  }
  return found;
}

/** The call that runs a function, once, after all that stands before it; null where there may be more, or none. */
function runnerOf(fn: FunctionNode, all: readonly FileSites[]): Node | null {
  const parent = fn.parent as Node | undefined;
  if (fn.generator) return null;
  if (parent?.type === "CallExpression" && unwrap(parent.callee) === fn) return parent;
  for (const sites of all) {
    const listen = callbacksOf(sites).get(fn);
    if (listen) return listen;
  }
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

/**
 * What decides whether and how often a place runs once the scope of the last link does, by what it is and on which side the
 * place stands. Ranges count within a file.
 */
function framesOf(chain: readonly Link[]): string[] {
  const frames: string[] = [];
  const scope = chain.at(-1);
  if (!scope) return [];
  for (const { node, file } of chain) {
    const inside = scope.fn && isSameFile(file, scope.file) ? scope.fn : null;
    const add = (what: string, { path = "" } = file) => frames.push(`${path} ${what}`);
    for (const { test, when, cases } of ownConditionsOf(node)) {
      const home = fileOf(test);
      // What stands outside of the scope holds for both places.
      if (inside && home === file && !contains(inside, test)) continue;
      add(`${test.range.join()} ${when} ${cases?.map((each) => each.range[0]).join() ?? ""}`, home);
    }
    let from = node;
    for (const at of ancestors(node)) {
      if (at === inside) break;
      if (at.type === "TryStatement" && at.handler && from === at.block) add(`try ${at.range[0]}`);
      if (isLoop(at)) add(`loop ${at.range[0]}`);
      from = at;
    }
  }
  return [...new Set(frames)];
}

function sameCircumstances(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((each) => y.includes(each));
}
