import { isFunction, nameOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { inSteps, type Next } from "../analysis/in-steps.ts";

/** What a function does: nothing at all, or nothing but print; null where it does anything else, or where nobody can say. */
export function idleness(fn: FunctionNode): Idleness {
  return idlenessIn(fn);
}

type Idleness = "nothing" | "logs" | null;

/** So many functions that print by calling others. */
const DEEPEST = 3;

const idlenessIn = inSteps<Idleness>(DEEPEST, null, (node, next) => {
  const fn = node as FunctionNode;
  if (fn.body.type !== "BlockStatement") return isLog(fn.body, next) ? "logs" : null;
  const statements = fn.body.body.filter((each) => each.type !== "EmptyStatement");
  if (statements.every((each) => each.type === "ReturnStatement" && !each.argument)) return "nothing";
  const logs = statements.every(
    (each) =>
      (each.type === "ReturnStatement" && (!each.argument || isLog(each.argument, next))) ||
      (each.type === "ExpressionStatement" && isLog(each.expression, next)),
  );
  return logs ? "logs" : null;
});

const LEVEL = /^(?:log|info|warn|warning|error|debug|trace|verbose|notice|fatal|silly)$/;
const LOGGER = /^(?:console|pino|winston|log|.*logger)$/i;

/** A call that prints its arguments, or a function of this file that does no more than that. */
function isLog(node: Node, idleness: Next<Idleness>): boolean {
  const at = unwrap(node);
  if (at.type !== "CallExpression") return false;
  if (!at.arguments.every((each) => isPlain(each as Node))) return false;
  const callee = unwrap(at.callee);
  const own = functionOf(callee);
  if (own) return idleness(own) !== null;
  if (callee.type !== "MemberExpression") return callee.type === "Identifier" && /^(?:log|debug)$/.test(callee.name);
  const name = nameOf(callee);
  const receiver = lastName(callee.object);
  if (name === "write") return receiver === "stdout" || receiver === "stderr";
  return name !== null && LEVEL.test(name) && receiver !== null && LOGGER.test(receiver);
}

function lastName(node: Node): string | null {
  const at = unwrap(node);
  if (at.type === "Identifier") return at.name;
  return at.type === "MemberExpression" ? nameOf(at) : null;
}

/** Calls in what is printed that change nothing. */
const PURE =
  /^(?:Date|now|String|stringify|toString|toISOString|toLocale\w*|join|inspect|format|uptime|cwd|red|green|blue|yellow|cyan|magenta|gray|grey|bold|dim)$/;

/** An expression that only reads. */
function isPlain(node: Node): boolean {
  const at = unwrap(node);
  switch (at.type) {
    case "Literal":
    case "Identifier":
    case "ThisExpression":
      return true;
    case "MemberExpression":
      return isPlain(at.object);
    case "TemplateLiteral":
      return at.expressions.every((each) => isPlain(each));
    case "BinaryExpression":
    case "LogicalExpression":
      return isPlain(at.left as Node) && isPlain(at.right);
    case "ObjectExpression":
      return at.properties.every((each) => each.type === "Property" && !isFunction(each.value) && isPlain(each.value));
    case "CallExpression":
    case "NewExpression":
      return PURE.test(lastName(at.callee) ?? "") && at.arguments.every((each) => isPlain(each as Node));
    default:
      return false;
  }
}
