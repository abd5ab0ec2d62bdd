import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, contains, isFunction, nameOf, unwrap, type Node } from "./ast.ts";
import { onlyValue, variableOf } from "./variables.ts";

/** What a loop goes over, and what stands for one element of it. */
export interface Iteration {
  list: Node;
  target: Node | null;
}

/** `for (const x of list)`, or the function in `list.forEach((x) => …)`; null for everything else. */
export function iterationAt(at: Node): Iteration | null {
  if (at.type === "ForOfStatement") return { list: at.right, target: targetOf(at.left) };
  const call = isFunction(at) ? (at.parent as Node | undefined) : undefined;
  if (call?.type !== "CallExpression" || call.arguments[0] !== at || call.callee.type !== "MemberExpression")
    return null;
  if (!/^(?:forEach|map)$/.test(nameOf(call.callee) ?? "")) return null;
  return { list: call.callee.object, target: ((at as TSESTree.ArrowFunctionExpression).params[0] as Node) ?? null };
}

function targetOf(left: Node): Node | null {
  return left.type === "VariableDeclaration" ? ((left.declarations[0]?.id as Node | undefined) ?? null) : left;
}

/** The loop whose element a name stands for, whole or in part: `for (const [key, x] of map)`; null where it is another name. */
export function iterationOf(name: Node): Iteration | null {
  const variable = name.type === "Identifier" ? variableOf(name) : undefined;
  const declared = variable?.defs[0]?.name as Node | undefined;
  if (!declared) return null;
  for (const at of ancestors(declared)) {
    const found = iterationAt(at);
    // `map.forEach((value, key) => …)` gives more than one.
    const targets = isFunction(at) ? (at.params as Node[]) : [found?.target];
    if (found) return targets.some((each) => each && contains(each, declared)) ? found : null;
    if (isFunction(at)) return null;
  }
  return null;
}

/** The elements of a list that is written out and never changed, two to fifty of them; null for other lists. */
export function elementsOf(node: Node): Node[] | null {
  const at = unwrap(node);
  const list = unwrap(onlyValue(at) ?? at);
  if (list.type !== "ArrayExpression" || list.elements.length < 2 || list.elements.length > 50) return null;
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  // `hosts.push(…)`, `hosts = hosts.filter(…)`: what is in the list is not what was written.
  const changed = variable?.references.some((each) => {
    const parent = (each.identifier as Node).parent as Node;
    return (
      parent.type === "MemberExpression" &&
      parent.object === each.identifier &&
      !/^(?:forEach|map|length)$/.test(nameOf(parent) ?? "")
    );
  });
  if (changed || list.elements.some((each) => !each || each.type === "SpreadElement")) return null;
  return list.elements as Node[];
}
