import { isFunction, nameOf, unwrap, words, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { isNamedOtherwise } from "../sockets/port-names.ts";
import { lastName } from "../sockets/ports.ts";
import { functionOf } from "../analysis/calls.ts";
import { inSteps } from "../analysis/in-steps.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { isNothing, parameterOf, variableOf, writesOf } from "../analysis/variables.ts";

const HOST = new Set(["host", "hostname", "address", "addr", "ip", "interface", "iface", "localhost", "bind"]);
const CALLED = new Set(["callback", "cb", "listener", "handler", "fn"]);
const CALLBACK = /^(?:cb|callback|done|next|ready|fn|listener|handler|fetch|resolve\w*|on[A-Z]\w*|handle[A-Z]\w*)$/;

/** What an argument is, judged by its value, then by its name; null when it may be anything. */
export function kindOf(file: SourceFile, node: Node): "string" | "number" | "nothing" | "function" | null {
  if (isNothing(node)) return "nothing";
  const at = unwrap(node);
  const known = evaluate(at);
  if (known)
    return typeof known.value === "string"
      ? "string"
      : typeof known.value === "number"
        ? "number"
        : known.value === undefined
          ? "nothing"
          : null;
  if (isFunction(at) || functionOf(at)) return "function";
  switch (at.type) {
    case "TemplateLiteral":
      return "string";
    case "LogicalExpression":
      return at.operator === "&&" ? null : (kindOf(file, at.right) ?? kindOf(file, at.left));
    case "ConditionalExpression": {
      const yes = kindOf(file, at.consequent);
      const no = kindOf(file, at.alternate);
      return yes === no || no === "nothing" ? yes : yes === "nothing" ? no : null;
    }
    case "CallExpression": {
      const callee = unwrap(at.callee);
      const name = lastName(callee);
      if (callee.type === "Identifier" && name === "String") return "string";
      if (callee.type === "Identifier" && (name === "Number" || name === "parseInt")) return "number";
      if (callee.type === "MemberExpression" && nameOf(callee) === "bind") return "function";
      return at.arguments.some((each) => isFunction(each)) ? "function" : null;
    }
    case "Identifier":
    case "MemberExpression": {
      const name = lastName(at);
      if (name === null) return null;
      const all = words(name);
      if (all.includes("backlog")) return "number";
      if (CALLBACK.test(name) || CALLED.has(all.at(-1)!) || isResolver(at)) return "function";
      return all.some((each) => HOST.has(each)) ? "string" : null;
    }
    default:
      return null;
  }
}

/** The first parameter of a Promise executor. */
function isResolver(node: Node): boolean {
  const variable = variableOf(node);
  const parameter = variable && parameterOf(variable);
  const made = parameter && (parameter.fn.parent as Node);
  return (
    made?.type === "NewExpression" &&
    made.callee.type === "Identifier" &&
    made.callee.name === "Promise" &&
    parameter?.index === 0
  );
}

/**
 * What is named like a path in a choice, `process.env.SOCKET || 3000`, or what a local function hands back as it was given, as programs
 * do that take a pipe's name for a port.
 */
export function mayBePath(file: SourceFile, node: Node): boolean {
  return mayBePathIn(node, file);
}

const mayBePathIn = inSteps<boolean, SourceFile>(4, false, (node, next, file) => {
  const at = unwrap(node);
  if (at.type === "CallExpression") {
    const fn = functionOf(at.callee);
    if (!fn) return false;
    const parameters = fn.params.flatMap((each) => variableOf(each) ?? []);
    const returned = indexOf(file).returns.get(fn) ?? [];
    return returned.some((each) => parameters.includes(variableOf(each)!));
  }
  const parts =
    at.type === "LogicalExpression"
      ? [at.left, at.right]
      : at.type === "ConditionalExpression"
        ? [at.consequent, at.alternate]
        : [];
  if (parts.some((each) => next(each)) || isNamedOtherwise(lastName(at) ?? "")) return true;
  const variable = variableOf(at);
  const writes = variable && !parameterOf(variable) ? writesOf(variable) : null;
  return writes?.some((each) => each.path.length === 0 && next(each.node)) ?? false;
});
