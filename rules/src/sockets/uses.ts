import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import type { FileSites, Use } from "./site.ts";
import { fieldHost } from "../analysis/fields.ts";
import { identities, isSame } from "../analysis/identities.ts";

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
