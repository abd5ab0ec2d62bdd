import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, stringOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import type { FileSites, Use, Wanted } from "./site.ts";
import { fieldHost } from "../analysis/fields.ts";
import { identities, isSame } from "../analysis/identities.ts";

/** Looks up the method calls on a socket. */
export function usesIn(file: SourceFile): FileSites["uses"] {
  let uses: readonly Use[] | undefined;
  return (origins, wanted) =>
    (uses ??= methodCalls(file)).filter((each) => wanted(each) && isSame(each.origins, origins));
}

function methodCalls(file: SourceFile): Use[] {
  return indexOf(file).calls.flatMap((call): Use[] => {
    if (call.type !== "CallExpression") return [];
    const callee = unwrap(call.callee);
    const name = nameOf(callee);
    return callee.type === "MemberExpression" && name !== null ? [new MethodCall(name, call, callee.object)] : [];
  });
}

/** A class, for every method call of a file is one, and an object with a getter of its own takes thirty times as long to make. */
class MethodCall implements Use {
  private known: readonly object[] | undefined;

  constructor(
    readonly name: string,
    readonly call: TSESTree.CallExpression,
    readonly receiver: Node,
  ) {}

  get origins(): readonly object[] {
    return (this.known ??= identities(this.receiver));
  }
}

/** The calls that listen to an event, given by a constant. */
export function listeningTo(event: string): Wanted {
  return ({ name, call }) =>
    /^(?:on|once|addListener|prepend\w+)$/.test(name) && stringOf(call.arguments[0] as Node | undefined) === event;
}

/**
 * The method calls on what a call gives, as far as a chain or a name shows them: `app.listen(…).on("error", …)`,
 * `const server = app.listen(…); server.on("error", …)`.
 */
export function usesOfResult(sites: Pick<FileSites, "uses">, call: Call, wanted: Wanted): readonly Use[] {
  const chained: Use[] = [];
  let at: Node = call;
  for (let next = chainedCall(at); next; next = chainedCall(at)) {
    chained.push({ name: nameOf(next.callee) ?? "", call: next, receiver: at, origins: [] });
    at = next;
  }
  const holder = holderOf(at);
  const found = [
    ...chained.filter(wanted),
    ...(holder ? sites.uses([holder], wanted) : []),
    // What is known to give a server is not the name that it is stored in.
    ...sites.uses(identities(call), wanted),
  ];
  return [...new Map(found.map((use) => [use.call, use])).values()];
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
