import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { elsewhere, propertyBehind, takenFrom } from "../analysis/elsewhere.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";

/** Whether two expressions have one value whenever both are read: the same reads of constants, of `process.env`, and of variables that are written once. */
export function isSameValue(a: Node | null | undefined, b: Node | null | undefined, depth = 0): boolean {
  if (!a || !b || depth > 8) return false;
  const x = unwrap(a);
  const y = unwrap(b);
  const known = evaluate(x);
  if (known) {
    const other = evaluate(y);
    return other !== null && Object.is(known.value, other.value);
  }
  const next = (one: Node, other: Node) => isSameValue(one, other, depth + 1);
  if (x.type === "Identifier" && y.type === "Identifier" && isSameVariable(x, y)) return true;
  if (x.type !== y.type) return followed(x, y, depth);
  switch (x.type) {
    case "Identifier":
      return followed(x, y, depth);
    case "MemberExpression": {
      const path = environmentPath(x);
      return path === null ? followed(x, y, depth) : path === environmentPath(y);
    }
    case "LogicalExpression":
    case "BinaryExpression": {
      const other = y as typeof x;
      return x.operator === other.operator && next(x.left, other.left) && next(x.right, other.right);
    }
    case "UnaryExpression":
      return x.operator === (y as typeof x).operator && next(x.argument, (y as typeof x).argument);
    case "CallExpression": {
      const other = y as typeof x;
      const name = x.callee.type === "Identifier" ? x.callee.name : "";
      return (
        /^(?:Number|parseInt)$/.test(name) &&
        other.callee.type === "Identifier" &&
        other.callee.name === name &&
        x.arguments.length === other.arguments.length &&
        x.arguments.every((each, i) => next(each as Node, other.arguments[i] as Node))
      );
    }
    default:
      return false;
  }
}

/** One of the two is a constant that stands for what the other one spells out. */
function followed(x: Node, y: Node, depth: number): boolean {
  const from = standsFor(x);
  const to = standsFor(y);
  return (from !== null || to !== null) && isSameValue(from ?? x, to ?? y, depth + 1);
}

/** What a constant is made of, in this file or in another, or what a property of a constant object is. */
function standsFor(node: Node): Node | null {
  const name = nameOf(node);
  return (
    onlyValue(node) ??
    takenFrom(node) ??
    elsewhere(node) ??
    (node.type === "MemberExpression" && name !== null ? propertyBehind(node.object, name) : null)
  );
}

/** Two mentions of one variable that is written once: a parameter that nobody assigns to, an import. */
function isSameVariable(x: Node, y: Node): boolean {
  const variable = variableOf(x);
  if (variable === undefined || variable !== variableOf(y) || variable.defs.length === 0) return false;
  const writes = variable.references.filter((each) => each.isWrite()).length;
  return writes <= (variable.defs[0]?.type === ("Parameter" as never) ? 0 : 1);
}

function environmentPath(node: Node): string | null {
  const value = resolve(node);
  return value?.kind === "path" && /^(?:process|bun)\.env\./.test(value.path) ? value.path : null;
}
