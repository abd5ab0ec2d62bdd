import type { TSESTree } from "@typescript-eslint/types";
import { enclosingFunction, nameOf, unwrap, type Call, type FunctionNode, type Node } from "./ast.ts";
import { callsOf } from "./calls.ts";
import { identities, isSame } from "./identities.ts";
import { inSteps, type Next } from "./in-steps.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf, type SourceFile } from "./source.ts";
import { variableOf } from "./variables.ts";

/** Calls that make something which keeps what it is given: `axios.create({ httpAgent })`. */
const KEEPERS = /^(?:create|extend|defaults|assign)$/;

/**
 * Whether what a call makes is still there when the function around it has returned: kept in a field, in a closure, by
 * whoever gets it back.
 */
export function outlives(call: Call): boolean {
  return call.callee.type === "Super" || !enclosingFunction(call) || isKept(call);
}

const isKept = inSteps<boolean>(3, false, (node, next) => {
  const fn = enclosingFunction(node);
  for (let parent = node.parent; parent; parent = parent.parent) {
    switch (parent.type) {
      case "Property":
      case "ObjectExpression":
      case "ArrayExpression":
      case "ConditionalExpression":
      case "LogicalExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "NewExpression":
        continue;
      case "PropertyDefinition":
      case "ReturnStatement":
      case "ArrowFunctionExpression":
        return true;
      case "AssignmentExpression":
        return parent.left.type !== "Identifier" || isReadLater(parent.left, fn, next);
      case "VariableDeclarator":
        return parent.id.type !== "Identifier" || isReadLater(parent.id, fn, next);
      case "CallExpression": {
        const callee = unwrap(parent.callee);
        return callee.type === "MemberExpression" && KEEPERS.test(nameOf(callee) ?? "");
      }
      default:
        return false;
    }
  }
  return false;
});

/** A name that another function reads, or that is handed on to something that is kept. */
function isReadLater(name: Node, fn: Node | null, isKept: Next<boolean>): boolean {
  const variable = variableOf(name);
  return (
    variable?.references.some(
      (each) => each.isRead() && (enclosingFunction(each.identifier as Node) !== fn || isKept(each.identifier as Node)),
    ) ?? true
  );
}

/** Core functions that wait for events and print: they do nothing else to a socket. */
function onlyListens(call: Call): boolean {
  const value = resolve(call.callee);
  return (
    value?.kind === "path" && /^(?:events\.(?:once|on)|stream(?:\/promises)?\.finished|console\.\w+)$/.test(value.path)
  );
}

/**
 * Whether a socket is given to code that may do more with it: as an argument, a returned value, a member or an export.
 * `harmless`: calls that may have it.
 */
export function escapes(
  file: SourceFile,
  origins: readonly object[],
  harmless: (call: Call) => boolean = onlyListens,
): boolean {
  const index = indexOf(file);
  const is = (node: Node | null | undefined) => isOrHolds(node, origins);
  if (isHandedOver(file, origins, harmless)) return true;
  for (const [fn, returns] of index.returns)
    if (returns.some((each) => is(each)) && isCalledElsewhere(fn, file)) return true;
  for (const assignment of index.memberAssignments) {
    const left = unwrap((assignment.left as TSESTree.MemberExpression).object);
    if (left.type !== "ThisExpression" && is(assignment.right)) return true;
  }
  return file.ast.body.some((statement) => {
    if (statement.type === "ExportDefaultDeclaration") return is(statement.declaration as Node);
    if (statement.type !== "ExportNamedDeclaration") return false;
    if (statement.declaration?.type === "VariableDeclaration")
      return statement.declaration.declarations.some((each) => is(each.init));
    return statement.specifiers.some((each) => is(each.local as Node));
  });
}

/** What a function gives back goes to code that is not in this file. One that nobody calls is there for others. */
function isCalledElsewhere(fn: FunctionNode, file: SourceFile): boolean {
  const calls = callsOf(fn);
  return !calls || calls.length === 0 || calls.some((each) => fileOf(each) !== file);
}

/** Whether an object is an argument, or part of one, of a call that is not harmless. */
export function isHandedOver(file: SourceFile, origins: readonly object[], harmless: (call: Call) => boolean): boolean {
  return indexOf(file).calls.some(
    (call) =>
      call.arguments.some((each) => isOrHolds(each.type === "SpreadElement" ? each.argument : each, origins)) &&
      !harmless(call),
  );
}

/** Whether an expression is this object, or a literal that holds it. */
function isOrHolds(whole: Node | null | undefined, origins: readonly object[]): boolean {
  const is = (node: Node | null | undefined, depth = 0): boolean => {
    if (!node || depth > 3) return false;
    const at = unwrap(node);
    if (at.type === "ObjectExpression")
      return at.properties.some((each) => each.type === "Property" && is(each.value, depth + 1));
    if (at.type === "ArrayExpression") return at.elements.some((each) => is(each as Node | null, depth + 1));
    if (
      at.type !== "Identifier" &&
      at.type !== "MemberExpression" &&
      at.type !== "ThisExpression" &&
      at.type !== "CallExpression" &&
      at.type !== "NewExpression"
    )
      return false;
    return isSame(identities(at), origins);
  };
  return is(whole);
}
