import type { ScopeManager as TsScopeManager, Variable as TsVariable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, type Call, type FunctionNode, type Node } from "./ast.ts";

export type ScopeManager = Pick<TsScopeManager, "scopes">;
export type Variable = TsVariable;

/** A parsed file as both hosts hand it over: ESLint's SourceCode and our own parser give the same shape. */
export interface SourceFile {
  /** Without a byte order mark; all ranges count in it. */
  text: string;
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** Asks a type checker for the catalogue type of an expression. Only where the host has one. */
  typeOf?: ((node: Node) => string | null) | undefined;
}

/** What one walk over the tree collects, so that nothing else has to walk. */
export interface Index {
  calls: Call[];
  /** `a.b = value`, in source order. */
  memberAssignments: TSESTree.AssignmentExpression[];
  /** What each function returns; the body of an expression-bodied arrow included. */
  returns: Map<FunctionNode, Node[]>;
  /** Module specifiers of imports, requires and re-exports. */
  modules: Set<string>;
  /** Names read as identifiers or members, for cheap "does the file mention" questions. */
  names: Set<string>;
  variableOf: Map<Node, Variable>;
}

const indexes = new WeakMap<TSESTree.Program, Index>();

/** The index of a file, made once. */
export function indexOf(file: SourceFile): Index {
  let index = indexes.get(file.ast);
  if (!index) indexes.set(file.ast, (index = build(file)));
  return index;
}

function build(file: SourceFile): Index {
  const index: Index = {
    calls: [],
    memberAssignments: [],
    returns: new Map(),
    modules: new Set(),
    names: new Set(),
    variableOf: new Map(),
  };
  for (const scope of file.scopeManager.scopes) {
    for (const reference of scope.references) if (reference.resolved) index.variableOf.set(reference.identifier as Node, reference.resolved);
    for (const variable of scope.variables) for (const name of variable.identifiers) index.variableOf.set(name as Node, variable);
  }
  visit(file.ast, null);
  return index;

  function visit(node: Node, fn: FunctionNode | null): void {
    let inside = fn;
    switch (node.type) {
      case "CallExpression": {
        index.calls.push(node);
        const first = node.arguments[0];
        if (node.callee.type === "Identifier" && node.callee.name === "require" && first?.type === "Literal") index.modules.add(String(first.value));
        break;
      }
      case "NewExpression":
        index.calls.push(node);
        break;
      case "AssignmentExpression":
        if (node.left.type === "MemberExpression") index.memberAssignments.push(node);
        break;
      case "ReturnStatement":
        if (fn && node.argument) index.returns.get(fn)?.push(node.argument);
        break;
      case "ImportDeclaration":
      case "ImportExpression":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration": {
        const source = node.source as Node | null;
        if (source?.type === "Literal") index.modules.add(String(source.value));
        break;
      }
      case "Identifier":
        index.names.add(node.name);
        break;
      default:
        if (isFunction(node)) {
          inside = node;
          index.returns.set(node, node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement" ? [node.body] : []);
        }
    }
    for (const key of file.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) for (const each of child) each && visit(each as Node, inside);
      else if (child && typeof (child as Node).type === "string") visit(child as Node, inside);
    }
  }
}
