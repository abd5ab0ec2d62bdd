import { registered, type SourceFile } from "../analysis/source.ts";
import type { Call, ClassNode, FunctionNode, Node } from "../analysis/ast.ts";
import { isGenerated } from "../generated.ts";
import type { Parse } from "../parse/lazy.ts";
import { isCode, startsRuntime } from "../program/extensions.ts";
import { normalPath } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import { leadsTo } from "./leading.ts";
import type { Found } from "./looking.ts";
import {
  addDependents,
  hasChangedBelow,
  outdate,
  treeOf,
  withSources,
  type Outside,
  type Question,
  type Tree,
} from "./standing.ts";

/** Trees that are kept, the ones that were asked for last; and the characters of their texts: a tree takes 100 bytes for each. */
const MOST_PARSED = 400;
const MOST_CHARACTERS = 3_000_000;

/** The trees of a project's modules, each of which knows the others that its values come from. */
export interface Trees {
  /** The tree of a module; null where there is none. */
  parsed(path: string): SourceFile | null;
  /** A tree that was made by the host: from now on it is the module's own, as long as the text is the same. */
  load(path: string, file: SourceFile, specifier: string): SourceFile | null;
  /** The text of the module that a specifier leads to; null where there is none. */
  peek(path: string, file: SourceFile, specifier: string): string | null;
  callersOf(path: string, file: SourceFile, fn: FunctionNode | ClassNode): readonly Call[] | null;
  /** The only place that loads a file. */
  loadOf(path: string, file: SourceFile): Node | null;
  /** Whether another module of the project may write an option that rules ask clients for. `file`: null where it is not parsed. */
  othersSetOptions(path: string, file: SourceFile | null): boolean;
  /** Whether another module of the project may exchange the agent that the whole program shares. */
  othersExchangeAgent(path: string, file: SourceFile): boolean;
  /** Forgets what was worked out from a file of the host if something that it rests on has changed. */
  refresh(path: string, file: SourceFile): void;
}

/** The same, as the rest of what is known of a project needs them. */
export interface KeptTrees extends Trees {
  /** Takes a tree of the host for the module's own. */
  adopt(path: string, file: SourceFile): void;
  /** Looks at all of them, once the files have changed: whoever comes by one finds nothing that rests on what was before. */
  update(again?: boolean): void;
  /** Another number whenever something was forgotten because it rests on something that has changed. */
  readonly forgotten: number;
}

export function treesOf({ resolver }: Project, parse: Parse, outside: Outside): KeptTrees {
  const { files } = resolver;
  const trees = new Map<string, Tree>();
  /**
   * Of all files, however long ago they were kept. Some of the host's have texts that are not those of the disk: what ESLint
   * is given on its standard input, or has just edited.
   */
  const known = new WeakMap<SourceFile, Tree>();

  let size = 0;
  /** Whether some were let go. The others may still hold them, by what their values come from. */
  let isFull = false;
  let forgotten = 0;
  let drops = 0;
  /** The version of the files at which all trees were looked at. */
  let version = -1;

  function keep(tree: Tree): Tree {
    letGo(tree.path);
    trees.set(tree.path, tree);
    size += tree.text.length;
    for (const oldest of trees.keys()) {
      if (oldest === tree.path || (trees.size <= MOST_PARSED && size <= MOST_CHARACTERS)) break;
      letGo(oldest);
      isFull = true;
    }
    return tree;
  }
  function letGo(path: string): void {
    size -= trees.get(path)?.text.length ?? 0;
    trees.delete(path);
  }
  /** Moves on with the files, and with whatever is forgotten. */
  function clock(): number {
    return files.version() + drops;
  }
  function treeAt(path: string): Tree | null {
    const text = files.read(path);
    if (text === null) return null;
    const before = trees.get(path);
    if (before?.text === text) return keep(before);
    const file = parsedOrNull(parse, text, path);
    const tree = treeOf(path, text, file, clock());
    if (file) {
      known.set(file, tree);
      file.path = path;
      file.load = (specifier) => loadFrom(tree, specifier);
      file.peek = (specifier) => peekFrom(tree, specifier);
      file.callersOf = (fn) => callersOf(tree, fn);
      file.loadedBy = () => loadOf(tree);
      file.othersSetOptions = () => othersSetOptions(tree);
      file.othersExchangeAgent = () => othersExchangeAgent(tree);
    }
    return keep(tree);
  }
  function loadFrom(tree: Tree, specifier: string): SourceFile | null {
    let found = tree.loaded.get(specifier);
    if (found === undefined) tree.loaded.set(specifier, (found = treeBehind(tree.path, specifier)));
    return found?.file ?? null;
  }
  function treeBehind(from: string, specifier: string): Tree | null {
    const path = leadsTo(resolver, specifier, from);
    return path === null ? null : treeAt(path);
  }
  function peekFrom(tree: Tree, specifier: string): string | null {
    const path = leadsTo(resolver, specifier, tree.path);
    tree.peeked.set(specifier, stateOf(path));
    return path === null ? null : files.read(path);
  }
  function stateOf(path: string | null): string {
    return path === null ? "" : `${path} ${files.stamp(path)}`;
  }
  function callersOf(tree: Tree, fn: FunctionNode | ClassNode): readonly Call[] | null {
    return fromOutside(tree, fn, () => outside.callersOf(tree.path, fn));
  }
  function loadOf(tree: Tree): Node | null {
    return fromOutside(tree, "load", () => outside.loadOf(tree.path));
  }
  function fromOutside<T>(tree: Tree, key: Question, find: () => Found<T>): T | null {
    return askedOnce<T | null>(tree, key, () =>
      // Other modules know the tree that stands for the path, and no other.
      isCurrent(tree) ? find() : { value: null, files: [], stands: () => !isCurrent(tree) },
    );
  }
  function askedOnce<T>(tree: Tree, key: Question, find: () => Found<T>): T {
    let found = tree.asked.get(key) as Found<T> | undefined;
    if (!found) {
      tree.asked.set(key, (found = find()));
      for (const each of found.files) {
        const user = known.get(each);
        if (user && user !== tree) tree.users.add(user);
      }
    }
    return found.value;
  }
  const othersSetOptions = (tree: Tree) => askedOnce(tree, "options", () => outside.othersSetOptions(tree.path));
  const othersExchangeAgent = (tree: Tree) => askedOnce(tree, "agent", () => outside.othersExchangeAgent(tree.path));
  /** Between two files of the host nobody stands in the middle of a tree: all are let go, so that memory stays bounded. */
  function startAfresh(): void {
    trees.clear();
    [size, isFull] = [0, false];
  }
  /** The tree of a host's file; it takes the place of one that was parsed here. */
  function adopted(path: string, file: SourceFile): Tree {
    update();
    let tree = known.get(file);
    if (tree) return tree;
    if (isFull) startAfresh();
    known.set(file, (tree = treeOf(path, file.text, file, clock())));
    file.path = path;
    if (files.read(path) !== file.text) return tree;
    const before = trees.get(path);
    // Others may have come by the tree that this one replaces: what they have seen of it are nodes of nobody's file.
    if (before) drop([before], trees.values());
    keep(tree);
    if (before) outside.replaced(path);
    return tree;
  }
  /** Forgets trees, and whatever rests on them. */
  function drop(gone: readonly Tree[], among: Iterable<Tree>): void {
    const stale = new Set(gone);
    addDependents(stale, among);
    drops++;
    const now = clock();
    for (const tree of stale) outdate(tree, now);
  }

  function update(again = false): void {
    if (version === files.version() && !again) return;
    version = files.version();
    check(trees.values());
    for (const { path, text } of [...trees.values()]) if (files.read(path) !== text) letGo(path);
  }
  /** Drops what rests on something that has changed, of trees and of all that they have come by. */
  function check(roots: Iterable<Tree>): void {
    const start = clock();
    const first = new Set(roots);
    const all = withSources(first, ({ checked }) => checked < start);
    const isMeant = (tree: Tree) => isCurrent(tree) || (first.has(tree) && trees.get(tree.path) !== tree);
    const stale = [...all].filter((each) => !isMeant(each) || !holdsStill(each));
    if (stale.length > 0) {
      drop(stale, all);
      forgotten++;
    }
    const end = clock();
    for (const tree of all) tree.checked = end;
  }
  function isCurrent(tree: Tree): boolean {
    if (files.read(tree.path) !== tree.text) return false;
    const before = trees.get(tree.path);
    if (!before) keep(tree);
    return !before || before === tree;
  }
  function holdsStill(tree: Tree): boolean {
    if (hasChangedBelow(tree)) return false;
    for (const [specifier, before] of tree.loaded)
      if (leadsTo(resolver, specifier, tree.path) !== (before?.path ?? null)) return false;
    for (const [specifier, before] of tree.peeked)
      if (stateOf(leadsTo(resolver, specifier, tree.path)) !== before) return false;
    return [...tree.asked.values()].every((each) => each.stands());
  }

  return {
    parsed(path) {
      update();
      return treeAt(path)?.file ?? null;
    },
    load: (path, file, specifier) => loadFrom(adopted(path, file), specifier),
    peek: (path, file, specifier) => peekFrom(adopted(path, file), specifier),
    callersOf: (path, file, fn) => callersOf(adopted(path, file), fn),
    loadOf: (path, file) => loadOf(adopted(path, file)),
    othersSetOptions: (path, file) =>
      file ? othersSetOptions(adopted(path, file)) : outside.othersSetOptions(normalPath(path)).value,
    othersExchangeAgent: (path, file) => othersExchangeAgent(adopted(path, file)),
    refresh(path, file) {
      const tree = adopted(path, file);
      if (trees.get(path) !== tree) check([tree]);
    },
    adopt: (path, file) => void adopted(path, file),
    update,
    get forgotten() {
      return forgotten;
    },
  };
}

function parsedOrNull(parse: Parse, text: string, path: string): SourceFile | null {
  const json = /\.json$/i.test(path);
  if ((!json && !isCode(path) && !startsRuntime(text)) || isGenerated(text)) return null;
  try {
    // What is published has the parser in a file of its own, which keeps a list of files of its own.
    return registered(json ? parse(`module.exports = ${text}`, `${path}.cjs`) : parse(text, path));
  } catch {
    // Code with an error in it loads and starts nothing; whoever checks it says what is wrong.
    return null;
  }
}
