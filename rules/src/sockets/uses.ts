import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import type { FileSites, Use } from "./site.ts";
import { callsOf } from "../analysis/calls.ts";
import { fieldHost } from "../analysis/fields.ts";
import { identities } from "../analysis/identities.ts";

/** Looks up the method calls on a socket. They are collected when somebody asks first. */
export function usesIn(file: SourceFile): FileSites["uses"] {
  let uses: readonly Use[] | undefined;
  return (origins) => (uses ??= collectUses(file)).filter((each) => isSame(each.origins, origins));
}

function collectUses(file: SourceFile): Use[] {
  const found: Use[] = [];
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    if (call.type !== "CallExpression" || callee.type !== "MemberExpression") continue;
    const name = nameOf(callee);
    if (name !== null) found.push({ name, call, receiver: callee.object, origins: identities(callee.object) });
  }
  return found;
}

/**
 * The method calls on what a call gives, as far as a chain or a name shows them: `app.listen(…).on("error", …)`,
 * `const server = app.listen(…); server.on("error", …)`.
 */
export function usesOfResult(sites: Pick<FileSites, "uses">, call: Call): readonly Use[] {
  const chained: Use[] = [];
  let at: Node = call;
  for (let next = chainedCall(at); next; next = chainedCall(at)) {
    chained.push({ name: nameOf(next.callee) ?? "", call: next, receiver: at, origins: [] });
    at = next;
  }
  const holder = holderOf(at);
  return holder ? [...chained, ...sites.uses([holder])] : chained;
}

/** The call of a method on an expression, in the same chain. */
function chainedCall(node: Node): TSESTree.CallExpression | null {
  const member = node.parent;
  if (member?.type !== "MemberExpression" || member.object !== node) return null;
  return member.parent.type === "CallExpression" && member.parent.callee === member ? member.parent : null;
}

/** The variable or field that an expression is stored in. */
export function holderOf(node: Node): object | null {
  let at = node;
  while (at.parent && (at.parent.type === "AwaitExpression" || unwrap(at.parent) === unwrap(node))) at = at.parent;
  const parent = at.parent;
  if (parent?.type === "VariableDeclarator" && parent.init === at) return fieldHost(parent.id);
  if (parent?.type === "AssignmentExpression" && parent.right === at) return fieldHost(parent.left);
  return null;
}

/** Whether a use is of this very object, of what a factory or class made it of, or of what a factory made of it. */
function isSame(use: readonly object[], origins: readonly object[]): boolean {
  const [first] = use;
  const [mine] = origins;
  return first !== undefined && mine !== undefined && (origins.includes(first) || use.includes(mine));
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
  for (const [fn, returns] of index.returns) if (returns.some((each) => is(each)) && !callsOf(fn)) return true;
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
