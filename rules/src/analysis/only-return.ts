import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionNode, Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { fileOf, indexOf } from "./source.ts";

/** What a function without arguments gives back, where one return is the whole of it: no branch before it decides. */
export function onlyResult(callee: Node): Node | null {
  const fn = functionOf(callee);
  return fn && onlyReturn(fn);
}

export function onlyReturn(fn: FunctionNode): Node | null {
  if (fn.async || fn.generator) return null;
  const [returned, ...others] = indexOf(fileOf(fn)).returns.get(fn) ?? [];
  if (!returned || others.length > 0) return null;
  if (returned.parent === fn) return returned;
  const { body } = fn as TSESTree.FunctionDeclaration;
  const statement = returned.parent as Node;
  return statement.type === "ReturnStatement" &&
    statement.parent === body &&
    body.body.every((each) => each === statement || each.type === "VariableDeclaration")
    ? returned
    : null;
}
