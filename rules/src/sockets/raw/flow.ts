import { contains, enclosingFunction, type Node } from "../../analysis/ast.ts";

/** `later` runs after `earlier` whenever `earlier` has run: one function, and no branch between them. */
export function inStraightFlow(earlier: Node, later: Node): boolean {
  if (earlier.range[0] >= later.range[0] || enclosingFunction(earlier) !== enclosingFunction(later)) return false;
  for (let at = earlier.parent; at; at = at.parent) {
    if (contains(at, later))
      return !/^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement|TryStatement)$/.test(at.type);
  }
  return false;
}
