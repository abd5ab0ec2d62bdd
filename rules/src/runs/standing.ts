import type { Call, ClassNode, FunctionNode, Node } from "../analysis/ast.ts";
import { forget, type SourceFile } from "../analysis/source.ts";
import type { Found } from "./looking.ts";

/** What is asked of a module that the others answer: who calls a function or class of it, what loads it, whether options are set elsewhere. */
export type Question = FunctionNode | ClassNode | "load" | "options" | "agent";

/** Who knows more than single trees. */
export interface Outside {
  /** This and the next are looked for in the modules that load this one. */
  callersOf(path: string, fn: FunctionNode | ClassNode): Found<readonly Call[] | null>;
  loadOf(path: string): Found<Node | null>;
  /** Is looked for in all modules. */
  othersSetOptions(path: string): Found<boolean>;
  othersExchangeAgent(path: string): Found<boolean>;
  /** The host's tree of the same text has taken the place of the one that stood for a path. */
  replaced(path: string): void;
}

/** A parsed module, and what its values were found to depend on. */
export interface Tree {
  path: string;
  text: string;
  /** Null where it cannot be parsed. */
  file: SourceFile | null;
  /** What its specifiers have led to. */
  loaded: Map<string, Tree | null>;
  /** The same for those that led to a text alone: which, and in what state. */
  peeked: Map<string, string>;
  /** What was found in other modules than those that this one loads. */
  asked: Map<Question, Found<unknown>>;
  /** The trees of those modules: values come from there, too. */
  users: Set<Tree>;
  /** When all of this was last right, and when this or something that it rests on was last seen to be another: by the clock of the trees. */
  checked: number;
  changed: number;
}

export function treeOf(path: string, text: string, file: SourceFile | null, now: number): Tree {
  const relations = { loaded: new Map(), peeked: new Map(), asked: new Map(), users: new Set<Tree>() };
  return { path, text, file, ...relations, checked: now, changed: -1 };
}

/** The trees that a tree's values may come from. */
function* restsOn({ loaded, users }: Tree): Generator<Tree> {
  for (const each of loaded.values()) if (each) yield each;
  yield* users;
}

/** Trees with all that they rest on, and what that rests on, as far as it is wanted. */
export function withSources(trees: Iterable<Tree>, isWanted: (tree: Tree) => boolean): Set<Tree> {
  const all = new Set(trees);
  for (const tree of all) for (const each of restsOn(tree)) if (isWanted(each)) all.add(each);
  return all;
}

/** Adds to `stale` whatever of `all` rests on one of them. */
export function addDependents(stale: Set<Tree>, all: Iterable<Tree>): void {
  const dependents = new Map<Tree, Tree[]>();
  for (const tree of all)
    for (const each of restsOn(tree)) {
      const list = dependents.get(each);
      if (list) list.push(tree);
      else dependents.set(each, [tree]);
    }
  for (const tree of stale) for (const each of dependents.get(tree) ?? []) stale.add(each);
}

/** Whether something that a tree rests on was forgotten after the tree was looked at. */
export function hasChangedBelow(tree: Tree): boolean {
  for (const each of restsOn(tree)) if (each.changed > tree.checked) return true;
  return false;
}

/** Forgets what was worked out from a tree. */
export function outdate(tree: Tree, now: number): void {
  tree.changed = now;
  tree.loaded.clear();
  tree.peeked.clear();
  tree.asked.clear();
  tree.users.clear();
  if (tree.file) forget(tree.file);
}
