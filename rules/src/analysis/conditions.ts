import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, contains, isFunction, nameOf, unwrap, words, type Node } from "./ast.ts";
import { evaluate, onPlatform, type Assumptions } from "./constants.ts";
import { callsOf, resolve } from "./values.ts";
import { indexOf, type SourceFile, fileOf } from "./source.ts";
import { isGlobal, onlyValue } from "./variables.ts";

/** A test that has to come out as `when` for the code to run. `exit`: an earlier `if (…) return` or throw. */
export interface Condition {
  test: Node;
  when: boolean;
  exit?: TSESTree.Statement;
  /** For a switch: the cases of which one has to match (`when`), or none (`!when`); null is `default`. */
  cases?: readonly Node[];
}

/** The tests around a node, innermost first: if, ternary, `&&`, `||`, switch, early exits; also those around the only calls of the function it stands in. */
export function conditionsOf(node: Node, depth = 0): Condition[] {
  const conditions: Condition[] = [];
  let from = node;
  for (const at of ancestors(node)) {
    switch (at.type) {
      case "IfStatement":
        if (from === at.consequent) conditions.push({ test: at.test, when: true });
        else if (from === at.alternate) conditions.push({ test: at.test, when: false });
        break;
      case "ConditionalExpression":
        if (from === at.consequent) conditions.push({ test: at.test, when: true });
        else if (from === at.alternate) conditions.push({ test: at.test, when: false });
        break;
      case "LogicalExpression":
        if (from === at.right) conditions.push({ test: at.left, when: at.operator === "&&" });
        break;
      case "SwitchCase": {
        const parent = at.parent as TSESTree.SwitchStatement;
        conditions.push(switchCondition(parent, at));
        conditions.push(...exitsBefore(at.consequent, from));
        break;
      }
      case "BlockStatement":
      case "Program":
      case "StaticBlock":
        conditions.push(...exitsBefore(at.body as TSESTree.Statement[], from));
        break;
      default:
        if (isFunction(at) && depth < 3) {
          const calls = callsOf(at);
          if (calls?.length === 1 && !contains(at, calls[0]!)) conditions.push(...conditionsOf(calls[0]!, depth + 1));
        }
    }
    from = at;
  }
  return conditions;
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
    if (leaves(each.consequent) && !each.alternate)
      conditions.push({ test: each.test, when: false, exit: each.consequent });
    else if (each.alternate && leaves(each.alternate) && !leaves(each.consequent))
      conditions.push({ test: each.test, when: true, exit: each.alternate });
    else if (each.alternate && leaves(each.consequent) && !leaves(each.alternate))
      conditions.push({ test: each.test, when: false, exit: each.consequent });
  }
  return conditions;
}

/** Control never runs past this statement. */
export function leaves(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(leaves);
    case "IfStatement":
      return (
        leaves(statement.consequent) &&
        statement.alternate !== null &&
        statement.alternate !== undefined &&
        leaves(statement.alternate)
      );
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

/** Whether the tests can all come true on a platform: false when one fails there, null when one is unknown. Tests about the process's role count as true. */
export function allHold(conditions: readonly Condition[], platform: string): boolean | null {
  const assume = onPlatform(platform);
  let result: boolean | null = true;
  for (const condition of conditions) {
    const value = holds(condition, assume);
    if (value === false) return false;
    if (value === null && !isNeutral(condition)) result = null;
  }
  return result;
}

/** Roles of a process or thread, by resolved path. */
const ROLE =
  /^(?:cluster\.(?:default\.)?is(?:Primary|Master|Worker)|worker_threads\.(?:isMainThread|parentPort|threadId)|bun\.isMainThread|import\.meta\.(?:main|url|filename|path)|require\.main|module\.parent|process\.(?:send|connected|argv|env\.(?!.*(?:REUSE|WORKER|CLUSTER|SHARE|INSTANCE|COUNT|CONCURREN|MULTI|PROC|THREAD|CPU))\w+)|bun\.main|deno\.mainModule)\b/i;
const ERROR_NAME = /^(?:e|ex|er|err|error|\w*Err(?:or)?)$/;

/**
 * A test that has nothing to do with sharing a port: which process this is, whether an error came before, which environment it runs in.
 * An early exit counts too, unless it listens itself or speaks of platforms, workers or sharing.
 */
export function isNeutral(condition: Condition): boolean {
  const file = fileOf(condition.test);
  const neutral = leavesOf(condition.test).every((leaf) => {
    if (leaf.type === "Literal" || leaf.type === "TemplateLiteral" || leaf.type === "FunctionExpression") return true;
    if (leaf.type === "MetaProperty") return true;
    if (leaf.type === "Identifier") {
      if (leaf.name === "undefined" || (leaf.name === "module" && isGlobal(leaf)) || leaf.name === "__filename")
        return true;
      if (ERROR_NAME.test(leaf.name)) return true;
    }
    const value = resolve(leaf);
    if (value?.kind === "path" && ROLE.test(value.path)) return true;
    return evaluate(leaf, onPlatform("linux")) !== null;
  });
  return (
    neutral ||
    (condition.exit !== undefined && !mentionsListen(condition.exit, file) && !speaksOfSharing(condition.test))
  );
}

/** The operands of a test that carry meaning: operators, parentheses and conversions taken away, local constants followed. */
function leavesOf(node: Node, depth = 0): Node[] {
  const at = unwrap(node);
  const next = (child: Node) => leavesOf(child, depth + 1);
  if (depth > 8) return [at];
  switch (at.type) {
    case "UnaryExpression":
      return next(at.argument);
    case "BinaryExpression":
      return [...(at.left.type === "PrivateIdentifier" ? [at.left] : next(at.left)), ...next(at.right)];
    case "LogicalExpression":
      return [...next(at.left), ...next(at.right)];
    case "CallExpression": {
      const callee = unwrap(at.callee);
      const value = resolve(callee);
      if (
        value?.kind === "path" &&
        /^(?:url\.(?:fileURLToPath|pathToFileURL)|path\.(?:resolve|normalize|basename)|Boolean|String|fs\.realpathSync)$/.test(
          value.path,
        )
      )
        return at.arguments.flatMap((each) => next(each as Node));
      if (
        callee.type === "MemberExpression" &&
        ["includes", "startsWith", "endsWith", "toLowerCase"].includes(nameOf(callee) ?? "")
      )
        return [...next(callee.object), ...at.arguments.flatMap((each) => next(each as Node))];
      return [at];
    }
    case "MemberExpression": {
      const value = resolve(at);
      return value?.kind === "path" && ROLE.test(value.path)
        ? [at]
        : ["href", "pathname", "code"].includes(nameOf(at) ?? "")
          ? next(at.object)
          : [at];
    }
    case "Identifier": {
      const value = resolve(at);
      if (value?.kind === "path" && ROLE.test(value.path)) return [at];
      const made = onlyValue(at);
      return made ? next(made) : [at];
    }
    default:
      return [at];
  }
}

function mentionsListen(node: Node, file: SourceFile): boolean {
  return indexOf(file).calls.some((call) => {
    if (!contains(node, call)) return false;
    const callee = unwrap(call.callee);
    const name =
      callee.type === "MemberExpression" ? nameOf(callee) : callee.type === "Identifier" ? callee.name : null;
    return name !== null && /listen|serve|start|fork|bind/i.test(name);
  });
}

const SHARING = new Set([
  "reuse",
  "worker",
  "workers",
  "cluster",
  "share",
  "shared",
  "sharing",
  "platform",
  "count",
  "cpus",
  "instances",
  "threads",
  "linux",
  "darwin",
  "mac",
  "macos",
  "windows",
  "win",
]);

function speaksOfSharing(test: Node): boolean {
  const seen: string[] = [];
  for (const leaf of leavesOf(test)) {
    if (leaf.type === "Identifier") seen.push(leaf.name);
    else if (leaf.type === "MemberExpression") seen.push(nameOf(leaf) ?? "");
    else if (leaf.type === "CallExpression") {
      const callee = unwrap(leaf.callee);
      seen.push(
        callee.type === "MemberExpression" ? (nameOf(callee) ?? "") : callee.type === "Identifier" ? callee.name : "",
      );
    }
    const value = resolve(leaf);
    if (value?.kind === "path" && !ROLE.test(value.path)) seen.push(value.path);
  }
  return seen.some((name) => words(name).some((word) => SHARING.has(word)));
}
