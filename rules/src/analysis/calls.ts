import type { TSESTree } from "@typescript-eslint/types";
import { canonicalKey, entryAt } from "../catalogue/index.ts";
import type { Entry } from "../catalogue/types.ts";
import { isClass, isFunction, nameOf, unwrap, type Call, type FunctionNode, type Node } from "./ast.ts";
import { thisHost } from "./classes.ts";
import { resolve } from "./resolving.ts";
import { fileOf, perFile, type Variable } from "./source.ts";
import type { Instance } from "./value.ts";
import { variableOf } from "./variables.ts";

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

const callersIn = perFile(() => new Map<Variable, Call[] | null>());

/** The calls of a function by name; null when it also gets into other hands, or has no name. */
export function callsOf(fn: Node): Call[] | null {
  const name = nameVariable(fn);
  if (!name) return null;
  const callers = callersIn(fileOf(fn));
  const known = callers.get(name);
  if (known !== undefined) return known;
  const calls = callsByName(name);
  callers.set(name, calls);
  return calls;
}

function callsByName(name: Variable): Call[] | null {
  if ((name.defs[0]?.node as Node | undefined)?.parent?.type === "ExportNamedDeclaration") return null;
  const calls: Call[] = [];
  for (const reference of name.references) {
    const at = reference.identifier as Node;
    if (reference.isWrite() || (reference as { isTypeReference?: boolean }).isTypeReference) continue;
    const parent = at.parent as Node;
    if ((parent.type !== "CallExpression" && parent.type !== "NewExpression") || parent.callee !== at) return null;
    calls.push(parent);
  }
  return calls;
}

/** The variable that a function is called by. */
function nameVariable(fn: Node): Variable | undefined {
  if (fn.type === "FunctionDeclaration" && fn.id) return variableOf(fn.id);
  const parent = fn.parent as Node | undefined;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return variableOf(parent.id);
  return undefined;
}
