import type { ScopeManager as TsScopeManager, Variable as TsVariable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { enclosingFunction, stringOf, type Call, type FunctionNode, type Node } from "./ast.ts";

export type ScopeManager = Pick<TsScopeManager, "scopes">;
export type Variable = TsVariable;

/** A parsed file as both hosts hand it over: ESLint's SourceCode and our own parser give the same shape. */
export interface SourceFile {
  /** Without a byte order mark; all ranges count in it. */
  text: string;
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** What the host's own walk has collected, where it had to walk anyway. */
  walk?: Walk | undefined;
  /** Asks a type checker for the catalogue type of an expression. Only where the host has one. */
  typeOf?: ((node: Node) => string | null) | undefined;
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

const indexes = new WeakMap<TSESTree.Program, Index>();

/** The index of a file, made once. */
export function indexOf(file: SourceFile): Index {
  let index = indexes.get(file.ast);
  if (!index) indexes.set(file.ast, (index = makeIndex(file)));
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
    for (const reference of scope.references) if (reference.resolved) found.set(reference.identifier as Node, reference.resolved);
    for (const variable of scope.variables) for (const name of variable.identifiers) found.set(name as Node, variable);
  }
  return found;
}

/** Whether a name stands anywhere in the code (or in its comments: this is a cheap first look). */
export function mentions(file: SourceFile, name: string): boolean {
  return file.text.includes(name) && new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(file.text);
}

/** Collects a walk; `note` is given every node in source order, with its parent set. */
export function collector(): { found: Walk; note(node: Node): void } {
  const found: Walk = { calls: [], memberAssignments: [], returns: new Map(), modules: new Set() };
  return { found, note };

  function note(node: Node): void {
    switch (node.type) {
      case "CallExpression": {
        found.calls.push(node);
        const name = node.callee.type === "Identifier" && /^_*require\d*$/.test(node.callee.name) ? stringOf(node.arguments[0]) : null;
        if (name !== null) found.modules.add(name);
        break;
      }
      case "NewExpression":
        found.calls.push(node);
        break;
      case "AssignmentExpression":
        if (node.left.type === "MemberExpression") found.memberAssignments.push(node);
        break;
      case "ReturnStatement": {
        const fn = node.argument && enclosingFunction(node);
        if (fn) found.returns.get(fn)?.push(node.argument as Node);
        break;
      }
      case "ImportDeclaration":
      case "ImportExpression":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration": {
        const name = stringOf(node.source);
        if (name !== null) found.modules.add(name);
        break;
      }
      case "TSExternalModuleReference":
      case "TSImportType": {
        const { expression, source, argument } = node as { expression?: Node; source?: Node; argument?: Node & { literal?: Node } };
        const name = stringOf(expression ?? source ?? argument?.literal);
        if (name !== null) found.modules.add(name);
        break;
      }
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        found.returns.set(node, node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement" ? [node.body] : []);
    }
  }
}

/** Walks a tree. `each` sees every node first, with its parent: a host whose parser sets no parents does that here. */
export function walk(ast: TSESTree.Program, visitorKeys: SourceFile["visitorKeys"], each?: (node: Node, parent: Node | null) => void): Walk {
  const { found, note } = collector();
  visit(ast, null);
  return found;

  function visit(node: Node, parent: Node | null): void {
    each?.(node, parent);
    note(node);
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
