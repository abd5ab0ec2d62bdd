import {
  contains,
  enclosingFunction,
  isClass,
  isFunction,
  nameOf,
  unwrap,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { fileOf, indexOf, perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";
import { functionOf } from "../analysis/calls.ts";
import { methodCalls } from "./method-calls.ts";

/** Where the functions of a file go by their names. */
interface Uses {
  called: Map<FunctionNode, Call[]>;
  handed: Map<FunctionNode, Handover[]>;
}

/** It looks at every call. */
const usesOf = perFile((file): Uses => {
  const made: Uses = { called: new Map(), handed: new Map() };
  const hand = (node: Node, handover: Handover) => {
    const fn = node.type === "Identifier" || node.type === "MemberExpression" ? functionOf(node) : null;
    if (fn) add(made.handed, fn, handover);
  };
  for (const call of indexOf(file).calls) {
    const fn = call.callee.type === "Identifier" ? functionOf(call.callee) : null;
    if (fn) add(made.called, fn, call);
    for (const [argument, each] of call.arguments.entries()) {
      hand(each, { call, argument });
      if (each.type !== "ObjectExpression") continue;
      for (const one of each.properties)
        if (one.type === "Property") hand(one.value, { call, argument, option: nameOf(one) });
    }
  }
  return made;
});

function add<Item>(lists: Map<FunctionNode, Item[]>, fn: FunctionNode, item: Item): void {
  const list = lists.get(fn);
  if (list) list.push(item);
  else lists.set(fn, [item]);
}

/** Calls of a function by name, its other uses aside. */
export function namedCalls(fn: FunctionNode): readonly Call[] {
  return usesOf(fileOf(fn)).called.get(fn) ?? [];
}

/** Where this file calls a function: by its name, on the spot, or as a method of its class or object. */
export function placesOf(fn: FunctionNode): readonly Call[] {
  const parent = fn.parent as Node;
  if (parent.type === "CallExpression" && parent.callee === fn) return [parent];
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition" || parent.type === "Property") {
    const owner = parent.type === "Property" ? parent.parent : (parent.parent.parent as Node);
    return methodCalls(nameOf(parent), owner, parent.type === "MethodDefinition" && parent.kind === "constructor");
  }
  return namedCalls(fn);
}

/** Where a file calls a method, or makes an instance by a constructor, of a class of another file. */
export function methodCallsIn(file: SourceFile, fn: FunctionNode): Call[] {
  const method = fn.parent as Node;
  if (method.type !== "MethodDefinition" && method.type !== "PropertyDefinition") return [];
  const constructs = method.type === "MethodDefinition" && method.kind === "constructor";
  return methodCalls(nameOf(method), method.parent.parent, constructs, file);
}

/** The call that a function is handed to, inline or by its name, and as which argument. */
export interface Handover {
  call: Call;
  argument: number;
  /** The name of the option, where it is one of an object literal. */
  option?: string | null;
}

export function handoversOf(fn: FunctionNode): readonly Handover[] {
  const parent = fn.parent as Node;
  const inline = handoverAt(fn);
  if (inline) return [inline];
  if (parent.type === "CallExpression" || parent.type === "NewExpression") return [];
  return usesOf(fileOf(fn)).handed.get(fn) ?? [];
}

/** The call that a node is an argument of, or an option in one such as `{ worker: start }`. */
export function handoverAt(node: Node): Handover | null {
  const parent = node.parent as Node;
  if (parent.type === "CallExpression" || parent.type === "NewExpression") {
    const argument = parent.arguments.indexOf(node as never);
    return argument === -1 ? null : { call: parent, argument };
  }
  if (parent.type !== "Property" || !isArgument(parent.parent)) return null;
  const call = parent.parent.parent as Call;
  return { call, argument: call.arguments.indexOf(parent.parent as never), option: nameOf(parent) };
}

function isArgument(node: Node): boolean {
  const parent = node.parent as Node;
  return (
    (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.arguments.includes(node as never)
  );
}

/** The calls of a parameter inside its function; null where it is also used in another way. */
export function parameterCalls(fn: FunctionNode, index: number): Call[] | null {
  const declared = fn.params[index];
  const name = declared?.type === "AssignmentPattern" ? declared.left : declared;
  const variable = name?.type === "Identifier" ? variableOf(name) : undefined;
  if (!variable) return null;
  const calls: Call[] = [];
  for (const { identifier } of variable.references) {
    const at = identifier as Node;
    const parent = at.parent as Node;
    if (parent.type === "CallExpression" && parent.callee === at) calls.push(parent);
    else if (!isTest(at)) return null;
  }
  return calls;
}

/** `if (callback)`, `callback ? … : …`, `callback && callback()`, `!callback`, `typeof callback`. */
function isTest(node: Node): boolean {
  const parent = node.parent as Node;
  return (
    parent.type === "IfStatement" ||
    (parent.type === "ConditionalExpression" && parent.test === node) ||
    (parent.type === "LogicalExpression" && parent.left === node && (parent.operator === "&&" || isTest(parent))) ||
    (parent.type === "UnaryExpression" && /^(?:!|typeof)$/.test(parent.operator)) ||
    (parent.type === "AssignmentPattern" && parent.left === node)
  );
}

/** The parameters that a function, or a function inside it, calls. */
export function calledParameters(fn: FunctionNode): { parameter: number; calls: Call[] }[] {
  return fn.params.flatMap((_, parameter) => {
    const calls = parameterCalls(fn, parameter);
    return calls && calls.length > 0 ? [{ parameter, calls }] : [];
  });
}

/** The functions around a node, the nearest first. */
export function* functionsAround(node: Node): Generator<FunctionNode> {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) yield fn;
}

/** An expression, or the only value of its name. */
export function valueOf(node: Node): Node {
  let at = unwrap(node);
  for (let i = 0; i < 5; i++) {
    const made = onlyValue(at);
    if (!made || contains(made, at)) break;
    at = unwrap(made);
  }
  return at;
}

/** A function that other files can call: exported, or part of something that is. */
export function isExported(fn: FunctionNode): boolean {
  const method = fn.parent as Node;
  if (
    method.type === "MethodDefinition" &&
    (method.accessibility === "private" || method.key.type === "PrivateIdentifier")
  )
    return false;
  for (let at: Node | undefined = fn; at; at = at.parent ?? undefined) {
    if (at !== fn && isFunction(at)) return false;
    if (at.type === "ExportNamedDeclaration" || at.type === "ExportDefaultDeclaration") return true;
    if (at.type === "AssignmentExpression") return /^(?:module\.)?exports\b/.test(textOf(at.left));
    if (isClass(at) && at.id && isNameExported(at.id.name, at)) return true;
  }
  const parent = fn.parent as Node;
  const id = fn.id ?? (parent.type === "VariableDeclarator" ? parent.id : null);
  return id?.type === "Identifier" && isNameExported(id.name, fn);
}

function isNameExported(name: string, within: Node): boolean {
  const { ast, text } = fileOf(within);
  return (
    ast.body.some(
      (each) =>
        (each.type === "ExportNamedDeclaration" &&
          each.specifiers.some((one) => one.local.type === "Identifier" && one.local.name === name)) ||
        (each.type === "ExportDefaultDeclaration" &&
          each.declaration.type === "Identifier" &&
          each.declaration.name === name),
    ) || isGivenToExports(name, text)
  );
}

/** What is given to the exports of a CommonJS module, whole or by a name. */
const TO_EXPORTS = /(?<![\w$.])(?:module\s*\.\s*)?exports\b[\w.$]*\s*=/g;
/** As much stands behind it as lists of names are long. */
const MOST_BEHIND = 500;

function isGivenToExports(name: string, text: string): boolean {
  const named = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`);
  for (const { index, 0: words } of text.matchAll(TO_EXPORTS)) {
    const start = index + words.length;
    if (named.test(text.slice(start, start + MOST_BEHIND).split(";", 1)[0] as string)) return true;
  }
  return false;
}

/** What is written. */
export function textOf(node: Node): string {
  return fileOf(node).text.slice(node.range[0], node.range[1]);
}

/** What the analysis resolves a callee to, such as `cluster.fork`; null where it is nothing of a module. */
export function calleePath(call: { callee: Node }): string | null {
  const value = resolve(unwrap(call.callee));
  return value?.kind === "path" ? value.path : null;
}
