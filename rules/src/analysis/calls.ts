import type { TSESTree } from "@typescript-eslint/types";
import { canonicalKey, entryAt, memberAt } from "../catalogue/index.ts";
import type { Entry } from "../catalogue/types.ts";
import { isClass, isFunction, nameOf, unwrap, type Call, type FunctionNode, type Node } from "./ast.ts";
import { borrowed, type Borrowed } from "./borrowed.ts";
import { thisHost } from "./classes.ts";
import { callsElsewhere, isExport, makersOf } from "./makers.ts";
import { callsOfMethod, callsOfPrivate } from "./method-calls.ts";
import { findOnce, resolve, type Found } from "./resolving.ts";
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
  const lent = borrowed(call);
  if (lent) return ofBorrowed(lent);
  const value = resolve(target);
  if (value?.kind === "method")
    return { key: `${value.type}#${value.name}`, entry: value.entry, receiver: value.receiver };
  return value?.kind === "path" ? rowOf(value.path) : null;
}

/** `net.Server.prototype.listen.call(server, 3000)`, `one.listen.call(other, 3000)` */
function ofBorrowed({ method, receiver, given }: Borrowed): Callee | null {
  const value = resolve(method);
  const [, owner, own] = (value?.kind === "path" && /^(.+)\.prototype\.(\w+)$/.exec(value.path)) || [];
  const type = value?.kind === "method" ? value.type : owner && entryAt(owner)?.returns;
  const name = value?.kind === "method" ? value.name : own;
  const entry = type && name ? memberAt(type, name) : undefined;
  if (!entry || given === null) return null;
  const object = resolve(receiver);
  return { key: `${type}#${name}`, entry, receiver: object?.kind === "instance" ? object : null };
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
      const method = host.body.body.find(
        (each) => each.type === "MethodDefinition" && each.kind === "method" && nameOf(each) === name,
      ) as TSESTree.MethodDefinition | undefined;
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
        : callsOfMethod(parent);
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

function isPrivate(method: TSESTree.MethodDefinition): boolean {
  return method.kind === "method" && (method.key.type === "PrivateIdentifier" || method.accessibility === "private");
}

/** The variable that a function is called by. */
function nameVariable(fn: Node): Variable | undefined {
  if (fn.type === "FunctionDeclaration" && fn.id) return variableOf(fn.id);
  const parent = fn.parent as Node | undefined;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return variableOf(parent.id);
  return undefined;
}
