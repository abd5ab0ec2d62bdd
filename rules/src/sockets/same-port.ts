import { unwrap, type Call, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { evaluate } from "../analysis/constants.ts";
import { fileOf, indexOf } from "../analysis/source.ts";
import { onlyValue, variableOf } from "../analysis/variables.ts";
import { isSameValue } from "./same-value.ts";

/** Whether two expressions are one port, be it a number or text: `env.PORT || 3000` and `normalizePort(env.PORT || "3000")`. */
export function isSamePort(a: Node | null | undefined, b: Node | null | undefined): boolean {
  if (isSameValue(a, b)) return true;
  if (!a || !b) return false;
  const [x, y] = [portBehind(a), portBehind(b)];
  if (x.type !== "LogicalExpression" || y.type !== "LogicalExpression") return isSameValue(x, y);
  if (x.operator === "&&" || x.operator !== y.operator) return false;
  const [one, other] = [evaluate(x.right)?.value, evaluate(y.right)?.value];
  return isNumber(one) && isNumber(other) && Number(one) === Number(other) && isSamePort(x.left, y.left);
}

function isNumber(value: unknown): boolean {
  return (typeof value === "number" || typeof value === "string") && Number(value) > 0;
}

/** What a port is made of, without what only makes a number or text of it. */
function portBehind(node: Node, depth = 0): Node {
  const at = unwrap(node);
  const behind = depth > 8 ? null : (onlyValue(at) ?? converted(at));
  return behind ? portBehind(behind, depth + 1) : at;
}

function converted(at: Node): Node | null {
  if (at.type === "UnaryExpression") return at.operator === "+" ? at.argument : null;
  if (at.type !== "CallExpression") return null;
  const fn = functionOf(at.callee);
  const first = at.arguments[0] as Node | undefined;
  return first && first.type !== "SpreadElement" && (fn ? givesItBack(fn) : isConversion(at)) ? first : null;
}

/** `Number(port)`, `parseInt(port, 10)`, `Number.parseInt(port, 10)`. */
function isConversion({ callee }: Call): boolean {
  const of = callee.type === "MemberExpression" && callee.object.type === "Identifier" ? callee.object.name : null;
  const name = callee.type === "MemberExpression" && of === "Number" ? callee.property : callee;
  return name.type === "Identifier" && /^(?:Number|parseInt|String)$/.test(name.name);
}

/** A function that gives back its first parameter, as a number or as it is, or a constant where that is no port: `normalizePort(value)`. */
function givesItBack(fn: FunctionNode): boolean {
  const [parameter] = fn.params;
  const variable = parameter?.type === "Identifier" ? variableOf(parameter) : undefined;
  if (!variable || fn.async || fn.generator || variable.references.some((each) => each.isWrite())) return false;
  const isParameter = (node: Node | undefined): boolean => {
    if (!node) return false;
    const at = unwrap(node);
    if (at.type === "Identifier" && variableOf(at) === variable) return true;
    const made = onlyValue(at) ?? at;
    return made.type === "CallExpression" && isConversion(made) && isParameter(made.arguments[0]);
  };
  const returned = (indexOf(fileOf(fn)).returns.get(fn) ?? []).flatMap((each): Node[] =>
    each.type === "ConditionalExpression" ? [each.consequent, each.alternate] : [each],
  );
  return (
    returned.some((each) => isParameter(each)) && returned.every((each) => isParameter(each) || evaluate(each) !== null)
  );
}
