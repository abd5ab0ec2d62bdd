import type { TSESTree } from "@typescript-eslint/types";
import type { Assumptions } from "./assumptions.ts";
import { ancestors, contains, isFunction, nameOf, unwrap, type Node } from "./ast.ts";
import { callsOf } from "./calls.ts";
import { evaluate } from "./constants.ts";

/** A test that has to come out as `when` for the code to run. `exit`: an earlier `if (…) return` or throw. */
export interface Condition {
  test: Node;
  when: boolean;
  exit?: TSESTree.Statement;
  /** For a switch: the cases of which one has to match (`when`), or none (`!when`); null is `default`. */
  cases?: readonly Node[];
}

/**
 * The tests around a node, innermost first: if, ternary, `&&`, `||`, `??=`, switch, early exits; also those around the only
 * calls of the function it stands in.
 */
export function conditionsOf(node: Node, depth = 0): Condition[] {
  const conditions: Condition[] = [];
  collect(node, depth, { conditions, known: new Map(), entered: new Map() });
  return conditions;
}

/** Functions whose only calls stand in functions with only calls. */
const DEEPEST = 3;

interface Found {
  conditions: Condition[];
  /** The same by their tests. The way from the call of a function comes by those around the function again, where both stand in one. */
  known: Map<Node, Condition[]>;
  /** The functions whose only calls were looked at, and how deep at least. */
  entered: Map<Node, number>;
}

function collect(node: Node, depth: number, found: Found): void {
  const put = (condition: Condition) => add(found, condition);
  let from = node;
  for (const at of ancestors(node)) {
    switch (at.type) {
      case "IfStatement":
      case "ConditionalExpression":
        if (from === at.consequent) put({ test: at.test, when: true });
        else if (from === at.alternate) put({ test: at.test, when: false });
        break;
      case "LogicalExpression":
        if (from === at.right) put({ test: at.left, when: at.operator === "&&" });
        break;
      // `kept.server ??= open()`
      case "AssignmentExpression":
        if (from === at.right && /^(?:&&|\|\||\?\?)=$/.test(at.operator))
          put({ test: at.left, when: at.operator === "&&=" });
        break;
      case "SwitchCase": {
        const parent = at.parent as TSESTree.SwitchStatement;
        put(switchCondition(parent, at));
        exitsBefore(at.consequent, from).forEach(put);
        break;
      }
      case "BlockStatement":
      case "Program":
      case "StaticBlock":
        exitsBefore(at.body as TSESTree.Statement[], from).forEach(put);
        break;
      default:
        if (isFunction(at) && depth < Math.min(DEEPEST, found.entered.get(at) ?? DEEPEST)) {
          found.entered.set(at, depth);
          const calls = callsOf(at);
          if (calls?.length === 1 && !contains(at, calls[0]!)) collect(calls[0]!, depth + 1, found);
        }
    }
    from = at;
  }
}

function add({ conditions, known }: Found, condition: Condition): void {
  const { test, when, exit, cases } = condition;
  const same = known.get(test) ?? [];
  if (same.some((each) => each.when === when && each.exit === exit && each.cases?.[0] === cases?.[0])) return;
  known.set(test, [...same, condition]);
  conditions.push(condition);
}

function switchCondition(statement: TSESTree.SwitchStatement, at: TSESTree.SwitchCase): Condition {
  const index = statement.cases.indexOf(at);
  const group = [at];
  for (let i = index - 1; i >= 0; i--) {
    const before = statement.cases[i]!;
    if (before.consequent.some(leaves)) break;
    group.unshift(before);
  }
  if (group.every((each) => each.test))
    return { test: statement.discriminant, when: true, cases: group.map((each) => each.test!) };
  const others = statement.cases.filter((each) => each.test && !group.includes(each)).map((each) => each.test!);
  return { test: statement.discriminant, when: false, cases: others };
}

/** `if (test) return;` before a statement means that the statement runs only when the test was false. */
function exitsBefore(body: readonly TSESTree.Statement[], statement: Node): Condition[] {
  const conditions: Condition[] = [];
  for (const each of body) {
    if (each === statement) break;
    if (each.type !== "IfStatement") continue;
    const { test, consequent, alternate } = each;
    if (leaves(consequent) === leaves(alternate)) continue;
    conditions.push(
      leaves(consequent) ? { test, when: false, exit: consequent } : { test, when: true, exit: alternate! },
    );
  }
  return conditions;
}

/** Control never runs past this statement. */
function leaves(statement: TSESTree.Statement | null): boolean {
  switch (statement?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(leaves);
    case "IfStatement":
      return leaves(statement.consequent) && leaves(statement.alternate);
    case "ExpressionStatement":
      return isExit(statement.expression);
    default:
      return false;
  }
}

/** `process.exit()`, `Deno.exit()`, `process.abort()`. */
function isExit(node: Node): boolean {
  const at = unwrap(node);
  if (at.type !== "CallExpression" || at.callee.type !== "MemberExpression") return false;
  const name = nameOf(at.callee);
  return (
    (name === "exit" || name === "abort") &&
    at.callee.object.type === "Identifier" &&
    /^(?:process|Deno)$/.test(at.callee.object.name)
  );
}

/** Three-valued: whether a condition holds under these assumptions; null when nobody can say. */
export function holds(condition: Condition, assume: Assumptions): boolean | null {
  if (condition.cases) {
    const subject = evaluate(condition.test, assume);
    if (!subject) return null;
    const cases = condition.cases.map((each) => evaluate(each, assume));
    if (cases.some((each) => each?.value === subject.value)) return condition.when;
    return cases.every((each) => each !== null) ? !condition.when : null;
  }
  const known = evaluate(condition.test, assume);
  return known && Boolean(known.value) === condition.when;
}

/** Two sets of conditions that cannot hold at once: one test is true here and false there, or other cases of one switch are meant. */
export function exclude(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((x) => b.some((y) => x.test === y.test && (x.cases && y.cases ? otherCases(x, y) : x.when !== y.when)));
}

function otherCases(x: Condition, y: Condition): boolean {
  const shared = x.cases?.some((each) => y.cases?.includes(each)) ?? false;
  return x.when && y.when ? !shared : x.when !== y.when && shared;
}
