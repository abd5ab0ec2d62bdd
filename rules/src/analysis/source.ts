import type { ScopeManager as TsScopeManager, Variable as TsVariable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { enclosingFunction, stringOf, type Call, type ClassNode, type FunctionNode, type Node } from "./ast.ts";

type ScopeManager = Pick<TsScopeManager, "scopes" | "getDeclaredVariables">;
export type Variable = TsVariable;

/** A parsed file as both hosts hand it over: ESLint's SourceCode and our own parser give the same shape. */
export interface SourceFile {
  /** Without a byte order mark; all ranges count in it. */
  text: string;
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** What the host's own walk has collected, where it walks anyway. */
  walk?: Walk | undefined;
  /** Absolute, with forward slashes; only where the file is one of a project. */
  path?: string | undefined;
  /** Asks a type checker for the catalogue type of an expression. Only where the host has one. */
  typeOf?: ((node: Node) => string | null) | undefined;
  /**
   * Another file of the project, by the specifier that this one imports it with; null for packages, for what cannot be
   * found and for what cannot be parsed. It is asked only when a value leads there, and has to give the same file for
   * the same specifier until this one is forgotten. Absent: nothing is known beyond this file.
   */
  load?: ((specifier: string) => SourceFile | null) | undefined;
  /** The text of that file, which is not parsed for this. */
  peek?: ((specifier: string) => string | null) | undefined;
  /**
   * The calls that other files make of a function or class that this one exports; null where not all of them can be seen.
   */
  callersOf?: ((fn: FunctionNode | ClassNode) => readonly Call[] | null) | undefined;
  /** Whether another module of the project may write one of the options that are looked for in what modules hand each other. */
  othersSetOptions?: (() => boolean) | undefined;
  /** Whether another module of the project may exchange the agent that the whole program shares. */
  othersExchangeAgent?: (() => boolean) | undefined;
  /** The only place that loads this file: an import, an export from it, or a `require`; null where there is none, or more. */
  loadedBy?: (() => Node | null) | undefined;
}

/** What one walk over the tree collects, so that nothing else has to walk. */
export interface Walk {
  calls: Call[];
  /** `a.b = value`, in source order. */
  memberAssignments: TSESTree.AssignmentExpression[];
  /** What each function returns; the body of an expression-bodied arrow included. */
  returns: Map<FunctionNode, Node[]>;
  /** Module specifiers of imports, requires and re-exports, those of types included. */
  modules: Set<string>;
}

export interface Index extends Walk {
  readonly variableOf: ReadonlyMap<Node, Variable>;
}

const files = new WeakMap<TSESTree.Program, SourceFile>();

/** Makes a file known to `fileOf`. Whoever parses a file, or gets a tree from its host, calls this once. */
export function registered<File extends SourceFile>(file: File): File {
  files.set(file.ast, file);
  return file;
}

/**
 * The file that a node stands in. A value can come from another file than the one that is checked; with its nodes
 * knowing their file, whoever follows it cannot look names up in the wrong one.
 */
export function fileOf(node: Node): SourceFile {
  let top = node;
  while (top.parent) top = top.parent;
  const file = files.get(top as TSESTree.Program);
  if (!file) throw new Error(`A node of type ${node.type} stands in a file that was never registered.`);
  return file;
}

/** The text of a node, in whatever file it stands. */
export function textOf(node: Node): string {
  return fileOf(node).text.slice(node.range[0], node.range[1]);
}

/** Whether values end at the borders of their files just now. */
let isAlone = false;

/**
 * Finds something by what stands in one file, as if there were no others: most questions are answered that way, and
 * other files need not be parsed for them.
 */
export function alone<T>(find: () => T): T {
  const before = isAlone;
  isAlone = true;
  try {
    return find();
  } finally {
    isAlone = before;
  }
}

/** Whatever a file knows of the others; nothing where it is looked at alone. */
export function othersOf(file: SourceFile): Pick<SourceFile, "load" | "callersOf" | "loadedBy"> {
  return isAlone ? {} : file;
}

const epochs = new WeakMap<SourceFile, number>();

/** Drops what was worked out from a file: another file that it depends on has changed. Its tree stays. */
export function forget(file: SourceFile): void {
  epochs.set(file, epochOf(file) + 1);
}

function epochOf(file: SourceFile): number {
  return epochs.get(file) ?? 0;
}

/**
 * Something that is made once a file, when it is first asked for, and made anew after the file was forgotten; another
 * thing where the file is looked at alone. `fill` completes it, and may itself ask for what is there so far.
 */
export function perFile<T>(
  make: (file: SourceFile) => T,
  fill?: (made: T, file: SourceFile) => void,
): (file: SourceFile) => T {
  const whole = perText(make, fill);
  const single = perText(make, fill);
  return (file) => (isAlone ? single : whole)(file);
}

/** The same for what rests on nothing but the file's own text and settings, so that it makes no difference who looks. */
export function perText<T>(
  make: (file: SourceFile) => T,
  fill?: (made: T, file: SourceFile) => void,
): (file: SourceFile) => T {
  const all = new WeakMap<SourceFile, { epoch: number; made: T }>();
  return (file) => {
    const epoch = epochOf(file);
    let entry = all.get(file);
    if (entry?.epoch !== epoch) {
      all.set(file, (entry = { epoch, made: make(file) }));
      fill?.(entry.made, file);
    }
    return entry.made;
  };
}

const indexes = new WeakMap<SourceFile, Index>();

/** The index of a file, made once: it depends on nothing but the tree. */
export function indexOf(file: SourceFile): Index {
  let index = indexes.get(file);
  if (!index) indexes.set(file, (index = makeIndex(file)));
  return index;
}

function makeIndex(file: SourceFile): Index {
  let known: Map<Node, Variable> | undefined;
  return {
    ...(file.walk ?? walk(file.ast, file.visitorKeys)),
    get variableOf() {
      return (known ??= variables(file.scopeManager));
    },
  };
}

function variables(scopeManager: ScopeManager): Map<Node, Variable> {
  const found = new Map<Node, Variable>();
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references)
      if (reference.resolved) found.set(reference.identifier as Node, reference.resolved);
    // The name of a class is also a variable inside of it; the one around it comes first.
    for (const variable of scope.variables)
      for (const name of variable.identifiers) if (!found.has(name as Node)) found.set(name as Node, variable);
  }
  return found;
}

/** What is done with the nodes of a type; as ESLint's listeners are. */
export type Listeners = Readonly<Record<string, ((node: never) => void) | undefined>>;

/**
 * Collects what a walk comes by: each listener is given every node of its type in source order, with its parent set.
 */
export function collector(): { found: Walk; listeners: Listeners } {
  const found: Walk = { calls: [], memberAssignments: [], returns: new Map(), modules: new Set() };
  const named = (name: string | null) => {
    if (name !== null) found.modules.add(name);
  };
  const imported = (node: { source: Node | null }) => named(stringOf(node.source));
  const ofFunction = (node: FunctionNode) =>
    void found.returns.set(
      node,
      node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement" ? [node.body] : [],
    );
  const listeners = {
    CallExpression(node: TSESTree.CallExpression) {
      found.calls.push(node);
      if (node.callee.type === "Identifier" && /^_*require\d*$/.test(node.callee.name))
        named(stringOf(node.arguments[0]));
    },
    NewExpression: (node: TSESTree.NewExpression) => void found.calls.push(node),
    AssignmentExpression(node: TSESTree.AssignmentExpression) {
      if (node.left.type === "MemberExpression") found.memberAssignments.push(node);
    },
    ReturnStatement(node: TSESTree.ReturnStatement) {
      const fn = node.argument && enclosingFunction(node);
      if (fn) found.returns.get(fn)?.push(node.argument as Node);
    },
    ImportDeclaration: imported,
    ImportExpression: imported,
    ExportNamedDeclaration: imported,
    ExportAllDeclaration: imported,
    TSExternalModuleReference: (node: TSESTree.TSExternalModuleReference) => named(stringOf(node.expression as Node)),
    TSImportType: (node: { source?: Node; argument?: Node & { literal?: Node } }) =>
      named(stringOf(node.source ?? node.argument?.literal)),
    FunctionDeclaration: ofFunction,
    FunctionExpression: ofFunction,
    ArrowFunctionExpression: ofFunction,
  };
  return { found, listeners };
}

/** Walks a tree. `each` sees every node first, with its parent: a host whose parser sets no parents does that here. */
export function walk(
  ast: Node,
  visitorKeys: SourceFile["visitorKeys"],
  each?: (node: Node, parent: Node | null) => void,
): Walk {
  const { found, listeners } = collector();
  visit(ast, null);
  return found;

  function visit(node: Node, parent: Node | null): void {
    each?.(node, parent);
    (listeners[node.type] as ((node: Node) => void) | undefined)?.(node);
    const keys = visitorKeys[node.type];
    if (!keys) return;
    for (const key of keys) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
      if (!child) continue;
      if (Array.isArray(child)) {
        for (const one of child) if (one) visit(one, node);
      } else if (typeof child.type === "string") visit(child, node);
    }
  }
}
