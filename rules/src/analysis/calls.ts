import type { TSESTree } from "@typescript-eslint/types";
import { canonicalKey, entryAt } from "../catalogue/index.ts";
import type { Entry } from "../catalogue/types.ts";
import { isClass, isFunction, nameOf, unwrap, type Call, type ClassNode, type FunctionNode, type Node } from "./ast.ts";
import { thisHost } from "./classes.ts";
import { findOnce, resolve, type Found } from "./resolving.ts";
import { fileOf, othersOf, perFile, walk, type Variable } from "./source.ts";
import type { Instance } from "./value.ts";
import { isGlobal, variableOf } from "./variables.ts";

/** The catalogue row of a call, and the object that it is called on. */
export interface Callee {
  key: string;
  entry: Entry;
  receiver: Instance | null;
}

/** The catalogue row of a call, and the object that it is called on; null where there is none. */
export function calleeOf(call: Call): Callee | null {
  const target = unwrap(call.callee);
  if (target.type === "Super") {
    const host = thisHost(target);
    const value = host && isClass(host) && host.superClass ? resolve(host.superClass) : null;
    return value?.kind === "path" ? rowOf(value.path) : null;
  }
  const value = resolve(target);
  if (value?.kind === "method")
    return { key: `${value.type}#${value.name}`, entry: value.entry, receiver: value.receiver };
  return value?.kind === "path" ? rowOf(value.path) : null;
}

function rowOf(path: string): Callee | null {
  const entry = entryAt(path);
  return entry ? { key: canonicalKey(path), entry, receiver: null } : null;
}

/** The function that an expression is, also by name, as a method of `this`, or bound. */
export function functionOf(node: Node | undefined): FunctionNode | null {
  if (!node) return null;
  const at = unwrap(node);
  if (at.type === "CallExpression" && at.callee.type === "MemberExpression" && nameOf(at.callee) === "bind")
    return functionOf(at.callee.object);
  const value = resolve(at);
  if (value?.kind === "local" && isFunction(value.node)) return value.node;
  if (at.type === "MemberExpression" && unwrap(at.object).type === "ThisExpression") {
    const host = thisHost(at.object);
    const name = nameOf(at);
    if (host && isClass(host)) {
      const method = host.body.body.find((each) => each.type === "MethodDefinition" && nameOf(each) === name) as
        TSESTree.MethodDefinition | undefined;
      return isFunction(method?.value) ? method.value : null;
    }
  }
  return null;
}

const callersIn = perFile((): Found<readonly Call[]> => new Map());

/**
 * The calls of a function by name, or of a private method; null when it also gets into other hands, or has no name.
 * Those of an exported function are all known only where the host can name the callers in other files.
 */
export function callsOf(fn: Node): readonly Call[] | null {
  return findOnce(callersIn(fileOf(fn)), fn, () => findCalls(fn));
}

function findCalls(fn: Node): readonly Call[] | null {
  const parent = fn.parent as Node;
  if (parent.type === "MethodDefinition")
    return parent.kind === "constructor"
      ? makersOf(parent.parent.parent)
      : isPrivate(parent)
        ? callsOfPrivate(parent)
        : null;
  const name = nameVariable(fn);
  if (!name) return isExport(fn) ? (callsElsewhere(fn) ?? null) : null;
  const calls: Call[] = [];
  let exported = isExport(name.defs[0]?.node as Node);
  for (const reference of name.references) {
    const at = reference.identifier as Node;
    // ESLint's own scope manager knows no types: there every reference is one to a value.
    if (reference.isWrite() || (reference as { isValueReference?: boolean }).isValueReference === false) continue;
    const user = at.parent as Node;
    if ((user.type === "CallExpression" || user.type === "NewExpression") && user.callee === at) calls.push(user);
    else if (isExport(at)) exported = true;
    else if (user.type !== "TSTypeQuery") return null;
  }
  if (!exported) return calls;
  const others = callsElsewhere(fn);
  return others ? [...calls, ...others] : null;
}

function callsElsewhere(fn: Node): readonly Call[] | null {
  return ((isFunction(fn) || isClass(fn)) && othersOf(fileOf(fn)).callersOf?.(fn)) || null;
}

/** Where instances of a class are made; null where it also gets into other hands, or another class extends it. */
function makersOf(cls: ClassNode): readonly Call[] | null {
  const made: Call[] = [];
  let exported = isExport(cls);
  const manager = fileOf(cls).scopeManager;
  // A class has a name for itself, and the one around it; `const A = class {}` has one as well.
  for (const declaring of [cls, cls.parent])
    for (const variable of manager.getDeclaredVariables(declaring)) {
      if (variable.defs[0]?.node !== declaring) continue;
      exported ||= isExport(declaring);
      for (const reference of variable.references) {
        const at = reference.identifier as Node;
        const user = at.parent as Node;
        if (reference.isWrite()) continue;
        if (user.type === "NewExpression" && user.callee === at) made.push(user);
        else if (isExport(at)) exported = true;
        else if (!/^TS/.test(user.type) && !(user.type === "BinaryExpression" && user.operator === "instanceof"))
          return null;
      }
    }
  if (!exported) return made;
  const others = callsElsewhere(cls);
  return others ? [...made, ...others] : null;
}

/** Whether a name or function is exported where it stands: `export function f`, `export { f }`, `module.exports = { f }`. */
function isExport(node: Node): boolean {
  const parent = node.parent as Node;
  switch (parent.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportSpecifier":
    case "TSExportAssignment":
      return true;
    case "VariableDeclaration":
      return node.type === "VariableDeclarator" && isExport(parent);
    case "AssignmentExpression":
      return parent.right === node && (isExportsObject(parent.left) || isExport(parent));
    case "Property":
      return parent.value === node && isExport(parent.parent);
    default:
      return false;
  }
}

/** `module.exports`, `exports.f`, `module.exports.f` */
function isExportsObject(node: Node): boolean {
  let at = node;
  while (at.type === "MemberExpression") at = at.object;
  return at !== node && (isGlobalNamed(at, "module") || isGlobalNamed(at, "exports"));
}

function isGlobalNamed(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name && isGlobal(node);
}

function isPrivate(method: TSESTree.MethodDefinition): boolean {
  return method.kind === "method" && (method.key.type === "PrivateIdentifier" || method.accessibility === "private");
}

/** A private method is called in its class or nowhere. */
function callsOfPrivate(method: TSESTree.MethodDefinition): readonly Call[] | null {
  const name = nameOf(method);
  const calls: Call[] = [];
  let escapes = name === null;
  walk(method.parent, fileOf(method).visitorKeys, (node, parent) => {
    if (node.type !== "MemberExpression" || nameOf(node) !== name) return;
    if (parent?.type === "CallExpression" && parent.callee === node) calls.push(parent);
    else escapes = true;
  });
  return escapes ? null : calls;
}

/** The variable that a function is called by. */
function nameVariable(fn: Node): Variable | undefined {
  if (fn.type === "FunctionDeclaration" && fn.id) return variableOf(fn.id);
  const parent = fn.parent as Node | undefined;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return variableOf(parent.id);
  return undefined;
}
