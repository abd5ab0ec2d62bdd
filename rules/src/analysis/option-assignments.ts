import type { TSESTree } from "@typescript-eslint/types";
import { enclosingFunction, nameOf, unwrap, type Node } from "./ast.ts";
import { indexOf, perFile, type SourceFile, type Variable } from "./source.ts";
import { resolve } from "./values.ts";
import { variableOf } from "./variables.ts";

/** `Object.assign(…)` and its namesakes. */
const assignCalls = perFile((file) =>
  indexOf(file).calls.filter(
    (call): call is TSESTree.CallExpression =>
      call.type === "CallExpression" && call.callee.type === "MemberExpression" && nameOf(call.callee) === "assign",
  ),
);

/** What is written to a property of an object after its literal: `options.name = value` before the call, and what `Object.assign` spreads. */
export function* assignmentsTo(
  file: SourceFile,
  holder: object,
  name: string,
  before: Node,
): Generator<{ at?: TSESTree.MemberExpression; value?: Node; spread?: Node }> {
  const index = indexOf(file);
  const isHolder = (node: Node): boolean => {
    const at = unwrap(node);
    if (at.type === "Identifier") return variableOf(at) === (holder as Variable);
    const value = resolve(at);
    return value?.kind === "local" && value.node === holder;
  };
  if ((holder as Node).type === "CallExpression") {
    for (const each of (holder as TSESTree.CallExpression).arguments.slice(1))
      yield { spread: each.type === "SpreadElement" ? each.argument : each };
    return;
  }
  for (const call of assignCalls(file)) {
    const [target, ...sources] = call.arguments;
    if (target && target.type !== "SpreadElement" && isHolder(target))
      for (const each of sources) yield { spread: each.type === "SpreadElement" ? each.argument : each };
  }
  for (const assignment of index.memberAssignments) {
    if (
      assignment.left.type !== "MemberExpression" ||
      nameOf(assignment.left) !== name ||
      !isHolder(assignment.left.object)
    )
      continue;
    if (assignment.range[0] > before.range[1] && enclosingFunction(assignment) === enclosingFunction(before)) continue;
    yield assignment.operator === "="
      ? { at: assignment.left, value: assignment.right }
      : { at: assignment.left, value: assignment.left };
  }
}
