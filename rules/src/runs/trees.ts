import { forget, registered, type SourceFile } from "../analysis/source.ts";
import type { Call, ClassNode, FunctionNode, Node } from "../analysis/ast.ts";
import { isGenerated } from "../generated.ts";
import type { Parse } from "../parse/lazy.ts";
import { isCode, startsRuntime } from "../program/extensions.ts";
import { normalPath } from "../program/paths.ts";
import type { Project } from "../program/project.ts";
import { leadsTo } from "./leading.ts";

/** Trees that are kept, the ones that were asked for last; and the characters of their texts: a tree takes 100 bytes for each. */
const MOST_PARSED = 400;
const MOST_CHARACTERS = 3_000_000;

/** A parsed module, and what its values were found to depend on. */
interface Tree {
  path: string;
  text: string;
  /** Null where it cannot be parsed. */
  file: SourceFile | null;
  /** What its specifiers have led to. */
  loaded: Map<string, Tree | null>;
  /** The same for those that led to a text alone: which, and in what state. */
  peeked: Map<string, string>;
  /** Whether what was seen of its callers, and of all others, is still so; absent where nobody has asked. */
  othersStand?: (() => boolean) | undefined;
  /** The version of the files at which all of this was right. */
  checked: number;
  /** The version at which this, or something that it rests on, was last seen to be another. */
  changed: number;
}

/** The callers of a function in other modules, and how to tell later whether they are still all. */
export interface Callers {
  calls: readonly Call[] | null;
  stand(): boolean;
}

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
  /** Forgets what was worked out from a file of the host if something that it rests on has changed. */
  refresh(path: string, file: SourceFile): void;
}

/** `callersOf` and `loadOf` look into the modules that import a file, `othersSetOptions` into all of them. */
export function treesOf(
  { resolver }: Project,
  parse: Parse,
  callersOf: (path: string, fn: FunctionNode | ClassNode) => Callers,
  loadOf: (path: string) => Node | null,
  othersSetOptions: (path: string) => boolean,
): Trees {
  const { files } = resolver;
  const trees = new Map<string, Tree>();
  /**
   * Of the host's files, however long ago they were kept. Some have texts that are not those of the disk: what ESLint is
   * given on its standard input, or has just edited.
   */
  const hosted = new WeakMap<SourceFile, Tree>();

  let size = 0;
  /** Whether some were dropped. The others may still hold them, by what their values come from. */
  let isFull = false;

  function keep(tree: Tree): Tree {
    drop(tree.path);
    trees.set(tree.path, tree);
    size += tree.text.length;
    for (const oldest of trees.keys()) {
      if (oldest === tree.path || (trees.size <= MOST_PARSED && size <= MOST_CHARACTERS)) break;
      drop(oldest);
      isFull = true;
    }
    return tree;
  }
  function drop(path: string): void {
    size -= trees.get(path)?.text.length ?? 0;
    trees.delete(path);
  }
  function treeAt(path: string): Tree | null {
    const text = files.read(path);
    if (text === null) return null;
    const known = trees.get(path);
    if (known?.text === text) return keep(known);
    const tree: Tree = {
      path,
      text,
      file: parsedOrNull(parse, text, path),
      loaded: new Map(),
      peeked: new Map(),
      checked: -1,
      changed: -1,
    };
    if (tree.file) connect(tree, tree.file);
    return keep(tree);
  }
  function connect(tree: Tree, file: SourceFile): void {
    file.path = tree.path;
    file.load = (specifier) => loadFrom(tree, specifier);
    file.peek = (specifier) => peekFrom(tree, specifier);
    file.callersOf = (fn) => askedOf(tree, fn);
    file.loadedBy = () => (isCurrent(tree) ? loadOf(tree.path) : null);
    file.othersSetOptions = () => setElsewhere(tree);
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
  function askedOf(tree: Tree, fn: FunctionNode | ClassNode): readonly Call[] | null {
    // Other modules know the tree that stands for the path, and no other.
    if (!isCurrent(tree)) return null;
    const { calls, stand } = callersOf(tree.path, fn);
    restOn(tree, stand);
    return calls;
  }
  function setElsewhere(tree: Tree): boolean {
    const answer = othersSetOptions(tree.path);
    restOn(tree, () => othersSetOptions(tree.path) === answer);
    return answer;
  }
  function restOn(tree: Tree, stands: () => boolean): void {
    const { othersStand: before } = tree;
    tree.othersStand = before ? () => before() && stands() : stands;
  }
  /** Between two files of the host nobody stands in the middle of a tree: all are let go, so that memory stays bounded. */
  function startAfresh(): void {
    trees.clear();
    size = 0;
    isFull = false;
  }
  /** The tree of a host's file; it takes the place of one that was parsed here. */
  function adopted(path: string, file: SourceFile): Tree {
    let tree = hosted.get(file);
    if (tree) return tree;
    if (isFull) startAfresh();
    const known = trees.get(path);
    tree =
      known?.file === file
        ? known
        : { path, text: file.text, file, loaded: new Map(), peeked: new Map(), checked: files.version(), changed: -1 };
    hosted.set(file, tree);
    file.path = path;
    if (files.read(path) !== file.text) return tree;
    if (known && known !== tree) dropWhatRestsOn([known]);
    return keep(tree);
  }
  /** Others may have come by a tree that another one takes the place of: what they have seen of it are nodes of nobody's file. */
  function dropWhatRestsOn(gone: readonly Tree[]): void {
    const stale = new Set(gone);
    for (let before = -1; before !== stale.size;) {
      before = stale.size;
      for (const tree of trees.values())
        if ([...tree.loaded.values()].some((each) => each && stale.has(each))) stale.add(tree);
    }
    for (const tree of stale) outdate(tree, files.version());
  }
  function outdate(tree: Tree, version: number): void {
    tree.changed = version;
    tree.loaded.clear();
    tree.peeked.clear();
    tree.othersStand = undefined;
    if (tree.file) forget(tree.file);
  }

  /** Drops what rests on something that has changed, of a tree and of all that it has come by. */
  function check(root: Tree): void {
    const version = files.version();
    if (root.checked === version) return;
    const all = new Set([root]);
    for (const tree of all)
      for (const each of tree.loaded.values()) if (each && each.checked !== version) all.add(each);
    const stale = new Set<Tree>();
    for (const tree of all)
      if (!holdsStill(tree) || (tree !== root && !isCurrent(tree)) || hasChangedBelow(tree)) stale.add(tree);
    for (let before = -1; before !== stale.size;) {
      before = stale.size;
      for (const tree of all) if ([...tree.loaded.values()].some((each) => each && stale.has(each))) stale.add(tree);
    }
    for (const tree of all) tree.checked = version;
    for (const tree of stale) outdate(tree, version);
  }
  /** Another file has led to what has changed before this one was looked at again. */
  function hasChangedBelow({ loaded, checked }: Tree): boolean {
    return [...loaded.values()].some((each) => each && each.changed > checked);
  }
  function isCurrent(tree: Tree): boolean {
    if (files.read(tree.path) !== tree.text) return false;
    const known = trees.get(tree.path);
    if (!known) keep(tree);
    return !known || known === tree;
  }
  function holdsStill(tree: Tree): boolean {
    for (const [specifier, before] of tree.loaded)
      if (leadsTo(resolver, specifier, tree.path) !== (before?.path ?? null)) return false;
    for (const [specifier, before] of tree.peeked)
      if (stateOf(leadsTo(resolver, specifier, tree.path)) !== before) return false;
    return tree.othersStand?.() ?? true;
  }

  return {
    parsed(path) {
      const tree = treeAt(path);
      if (tree) check(tree);
      return tree?.file ?? null;
    },
    load: (path, file, specifier) => loadFrom(adopted(path, file), specifier),
    peek: (path, file, specifier) => peekFrom(adopted(path, file), specifier),
    callersOf: (path, file, fn) => askedOf(adopted(path, file), fn),
    loadOf: (path, file) => (isCurrent(adopted(path, file)) ? loadOf(path) : null),
    othersSetOptions: (path, file) => (file ? setElsewhere(adopted(path, file)) : othersSetOptions(normalPath(path))),
    refresh: (path, file) => check(adopted(path, file)),
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
