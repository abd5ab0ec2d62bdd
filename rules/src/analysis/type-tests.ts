import { givenTo } from "./arguments.ts";
import { isFunction, stringOf, unwrap, type Node } from "./ast.ts";
import { literalBehind } from "./elsewhere.ts";
import type { Known } from "./operators.ts";
import type { Variable } from "./source.ts";
import { variableOf, type Write } from "./variables.ts";

/** A test of what a name holds: `typeof options === "object"`. */
export interface TypeTest {
  variable: Variable;
  /** What `typeof` gives. */
  type: string;
  /** Whether it has to give that, or something else. */
  when: boolean;
}

type Evaluate = (node: Node) => Known;

/** The `typeof` test that a condition is, coming out as `when`; null for other conditions. */
export function typeTestOf(condition: Node, when: boolean): TypeTest | null {
  const at = unwrap(condition);
  if (at.type === "UnaryExpression" && at.operator === "!") return typeTestOf(at.argument, !when);
  if (at.type !== "BinaryExpression" || !["===", "==", "!==", "!="].includes(at.operator)) return null;
  const sides = [unwrap(at.left as Node), unwrap(at.right)];
  const asked = sides.find((each) => each.type === "UnaryExpression" && each.operator === "typeof");
  const type = sides.map((each) => stringOf(each)).find((each) => each !== null);
  const name = asked?.type === "UnaryExpression" ? unwrap(asked.argument) : null;
  const variable = name?.type === "Identifier" ? variableOf(name) : undefined;
  return variable && type !== undefined ? { variable, type, when: at.operator.startsWith("=") === when } : null;
}

/** What `typeof` gives for an expression; null where nobody can say. */
export function typeofValue(node: Node, evaluate: Evaluate): string | null {
  const known = evaluate(node);
  if (known) return typeof known.value;
  if (isFunction(unwrap(node))) return "function";
  return literalBehind(node) ? "object" : null;
}

/** Whether a value that is handed over passes a test; null where nobody can say. */
export function passes({ type, when }: TypeTest, { node, path }: Write, evaluate: Evaluate): boolean | null {
  const found = path.length > 0 ? null : typeofValue(node, evaluate);
  return found === null ? null : (found === type) === when;
}

/** Whether none of what the callers hand over passes a test. */
export function neverPasses(test: TypeTest, evaluate: Evaluate): boolean {
  const given = givenTo(test.variable);
  return given !== null && given.every((each) => passes(test, each, evaluate) === false);
}

/** The `typeof` tests around a node in its function, as they have to come out. */
export function typeTestsAround(node: Node): TypeTest[] {
  const tests: TypeTest[] = [];
  for (let from = node, at = node.parent; at && !isFunction(at); from = at, at = at.parent) {
    if (at.type !== "IfStatement" && at.type !== "ConditionalExpression") continue;
    const test = from === at.test ? null : typeTestOf(at.test, from === at.consequent);
    if (test) tests.push(test);
  }
  return tests;
}
