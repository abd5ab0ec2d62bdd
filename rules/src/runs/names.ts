import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, nameOf, type ClassNode, type FunctionNode, type Node } from "../analysis/ast.ts";
import { fileOf, indexOf } from "../analysis/source.ts";
import { variableOf } from "../analysis/variables.ts";
import { compiledExport, exportedByGetter } from "../analysis/exports-compiled.ts";
import { textOf } from "../process/calls.ts";

/**
 * The names under which other modules get a function, or the class or object that it is a method of: "default" also stands
 * for the whole of `module.exports`. Null: it goes out in a way that is not followed.
 */
export function exportNamesOf(fn: FunctionNode): readonly string[] | null {
  const names = new Set<string>();
  for (let at: Node = fn; ; at = at.parent as Node) {
    for (const name of namesAt(at)) names.add(name);
    const { parent } = at;
    if (!parent || (at !== fn && isFunction(at))) break;
  }
  return names.size > 0 ? [...names] : null;
}

/** The names of a function itself: those under which it is an export, not a part of one. */
export function directNamesOf(fn: FunctionNode | ClassNode): readonly string[] {
  return namesAt(fn);
}

/** Whether a node is in something that other modules get, or run when they call it. */
export function isExportedHere(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent ?? undefined) if (namesAt(at).length > 0) return true;
  return false;
}

/** The names that a node itself goes out by: as a declaration, as what is assigned, or by its own name. */
function namesAt(node: Node): readonly string[] {
  const parent = node.parent as Node | undefined;
  if (!parent) return [];
  if (parent.type === "ExportDefaultDeclaration") return ["default"];
  const assigned = assignedName(node);
  if (assigned !== null) return [assigned];
  const id = idOf(node);
  if (!id) return [];
  const exported = parent.type === "VariableDeclarator" ? parent.parent.parent : parent;
  return exported.type === "ExportNamedDeclaration" ? [id.name] : namesOf(id);
}

/** The name of a declaration, or of the variable that an expression is given to. */
function idOf(node: Node): TSESTree.Identifier | null {
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") return node.id;
  const parent = node.parent as Node;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null;
}

/** The names by which a variable of the top goes out. */
function namesOf(id: TSESTree.Identifier): string[] {
  return (variableOf(id)?.references ?? []).flatMap(({ identifier }) => exportedAs(identifier as Node) ?? []);
}

/** Under which name an expression goes out of its module, where it is exported on the spot. */
function exportedAs(node: Node): string | null {
  const parent = node.parent as Node;
  if (parent.type === "ExportSpecifier") return exportedName(parent.exported);
  if (parent.type === "ExportDefaultDeclaration") return "default";
  return assignedName(node) ?? exportedByGetter(node);
}

function exportedName(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === "Identifier" ? name.name : name.value;
}

/** `module.exports = node`, `exports.name = node`, `module.exports = { name: node }`. */
function assignedName(node: Node): string | null {
  const parent = node.parent as Node;
  if (parent.type === "AssignmentExpression" && parent.right === node) return nameInExports(parent.left);
  if (parent.type !== "Property" || parent.value !== node) return null;
  const object = parent.parent;
  const holder = object.parent as Node;
  const isWhole =
    holder.type === "ExportDefaultDeclaration" ||
    (holder.type === "AssignmentExpression" && holder.right === object && nameInExports(holder.left) === "default");
  return isWhole ? nameOf(parent) : null;
}

function nameInExports(left: Node): string | null {
  const text = textOf(left);
  if (/^(?:module\.)?exports$/.test(text)) return "default";
  return /^(?:module\.)?exports\.(\w+)$/.exec(text)?.[1] ?? null;
}

/** A place where a module uses what it has loaded. */
export interface Use {
  node: Node;
  /** Whether it is called there; otherwise it is handed on, and nobody knows what becomes of it. */
  isCall: boolean;
  /** It only goes on to the importers of this module, by this name. */
  onwards?: string;
}

/** The uses of the exports with these names (null: of any) that a load brings into its file. */
export function usesOf(load: Node, names: readonly string[] | null): Use[] {
  const wanted = (name: string) => names === null || names.includes(name);
  switch (load.type) {
    case "ImportDeclaration":
      return load.specifiers.flatMap((each) => {
        if (each.type !== "ImportSpecifier") return ofModule(each.local, wanted);
        const name = each.imported.type === "Identifier" ? each.imported.name : each.imported.value;
        return name === "default" ? ofModule(each.local, wanted) : wanted(name) ? ofName(each.local) : [];
      });
    case "TSImportEqualsDeclaration":
      return ofModule(load.id, wanted);
    case "ExportNamedDeclaration":
      return load.specifiers.flatMap((each) =>
        wanted(exportedName(each.local)) ? [{ node: load, isCall: false, onwards: exportedName(each.exported) }] : [],
      );
    case "ExportAllDeclaration":
      // `export * as x from` is one export more, with all of it inside.
      return (load.exported ? [exportedName(load.exported)] : (names ?? ["default"])).map((onwards) => ({
        node: load,
        isCall: false,
        onwards,
      }));
    default:
      return ofExpression(load, wanted, names);
  }
}

type Wanted = (name: string) => boolean;

/** An expression whose value is the module: `require("./x")`, `await import("./x")`. */
function ofExpression(node: Node, wanted: Wanted, names: readonly string[] | null): Use[] {
  const parent = node.parent as Node;
  switch (parent.type) {
    case "AwaitExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return ofExpression(parent, wanted, names);
    case "ExpressionStatement":
      return [];
    case "CallExpression":
      // `__importStar(require("./x"))` is the module; `__exportStar(require("./x"), exports)` exports all of it again.
      if (compiledExport(parent)?.kind === "all")
        return (names ?? ["default"]).map((onwards) => ({ node: parent, isCall: false, onwards }));
      if (/\b__import(?:Star|Default)$/.test(textOf(parent.callee))) return ofExpression(parent, wanted, names);
      break;
    case "VariableDeclarator":
      return ofPattern(parent.id, node, wanted);
    case "AssignmentExpression":
      if (parent.left.type === "Identifier") return ofModule(parent.left, wanted);
      break;
  }
  return useOfModule(node, wanted);
}

/** `node` is the module, and is taken apart by a pattern. */
function ofPattern(pattern: Node, node: Node, wanted: Wanted): Use[] {
  if (pattern.type === "Identifier") return ofModule(pattern, wanted);
  if (pattern.type !== "ObjectPattern") return useOfModule(node, wanted);
  return pattern.properties.flatMap((each) => {
    if (each.type !== "Property") return [{ node, isCall: false }];
    const name = nameOf(each);
    if (name === null) return [{ node, isCall: false }];
    if (!wanted(name)) return [];
    const local = each.value.type === "AssignmentPattern" ? each.value.left : each.value;
    return local.type === "Identifier" ? ofName(local) : [{ node, isCall: false }];
  });
}

/** `import("./x").then(({ start }) => start())` */
function ofPromise(then: Node, node: Node, wanted: Wanted): Use[] {
  const { parent: call } = then as { parent?: Node };
  const taker = call?.type === "CallExpression" && call.callee === then ? call.arguments[0] : undefined;
  if (!taker || !isFunction(taker as Node)) return [{ node, isCall: false }];
  const [into] = (taker as FunctionNode).params;
  return into ? ofPattern(into, node, wanted) : [];
}

/** The uses of a variable that holds the module, or what it exports by default. */
function ofModule(id: Node, wanted: Wanted): Use[] {
  return referencesOf(id).flatMap((each) => useOfModule(each, wanted));
}

function useOfModule(node: Node, wanted: Wanted): Use[] {
  const parent = node.parent as Node;
  if (parent.type === "MemberExpression" && parent.object === node) {
    const name = nameOf(parent);
    if (name === "default") return useOfModule(parent, wanted);
    if (name === "then") return ofPromise(parent, node, wanted);
    // A member of the default export: `server.start()`, whatever `server` is.
    return name === null || wanted(name) || wanted("default") ? [useAt(parent)] : [];
  }
  const isCall = isCalled(node);
  return !isCall || wanted("default") ? [useAt(node)] : [];
}

function ofName(id: Node): Use[] {
  return referencesOf(id).map(useAt);
}

function useAt(node: Node): Use {
  const onwards = exportedAs(node);
  return { node, isCall: isCalled(node), ...(onwards !== null && { onwards }) };
}

/** Called there, made an instance of, or the object of a method that is called. */
function isCalled(node: Node): boolean {
  const parent = node.parent as Node;
  if (parent.type === "MemberExpression" && parent.object === node) return isCalled(parent);
  return (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee === node;
}

function referencesOf(id: Node): Node[] {
  const variable = indexOf(fileOf(id)).variableOf.get(id);
  return (variable?.references ?? []).flatMap((each) => (each.isWrite() ? [] : [each.identifier as Node]));
}
