import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, nameOf, unwrap, type FunctionNode, type Node } from "./ast.ts";
import { indexOf, type Variable, fileOf } from "./source.ts";

/** How a variable gets one of its values: the expression, and the property path taken out of it by destructuring. */
export interface Write {
  node: Node;
  path: readonly string[];
  /** The value if the destructured property is missing, or the parameter's default. */
  fallback?: Node;
}

export function variableOf(node: Node): Variable | undefined {
  const file = fileOf(node);
  return indexOf(file).variableOf.get(node);
}

/** A name that the file does not define: `process`, `Bun`, also after `declare const Bun: any`. */
export function isGlobal(node: Node): boolean {
  return node.type === "Identifier" && isAmbient(variableOf(node));
}

/** Whether nothing in the file makes a variable. */
export function isAmbient(variable: Variable | undefined): boolean {
  return (
    variable?.defs.every(
      (each) => each.type === ("Variable" as never) && (each.parent as { declare?: boolean }).declare === true,
    ) ?? true
  );
}

/**
 * All values that are written to a variable; null when one of them cannot be named (a loop variable, `+=`, a
 * parameter).
 */
export function writesOf(variable: Variable): Write[] | null {
  const writes: Write[] = [];
  // `const { port = 3000 } = options` is one write, but two references.
  const targets = new Set(variable.references.filter((each) => each.isWrite()).map((each) => each.identifier as Node));
  for (const target of targets) {
    const write = writeTo(target);
    if (!write) return null;
    writes.push(write);
  }
  return writes;
}

/**
 * The one expression that a name stands for; null for parameters, for what is destructured, and for what is written
 * more than once.
 */
export function onlyValue(node: Node): Node | null {
  const variable = node.type === "Identifier" ? variableOf(node) : undefined;
  if (variable?.defs.length !== 1 || variable.defs[0]?.type === ("Parameter" as never)) return null;
  const writes = writesOf(variable);
  return writes?.length === 1 && writes[0]?.path.length === 0 ? writes[0].node : null;
}

function writeTo(target: Node): Write | null {
  const path: string[] = [];
  let fallback: Node | undefined;
  for (let at: Node = target; ;) {
    const parent = at.parent as Node | undefined;
    if (!parent) return null;
    switch (parent.type) {
      case "VariableDeclarator": {
        const loop = parent.parent.parent?.type ?? "";
        if (!parent.init || loop === "ForOfStatement" || loop === "ForInStatement") return null;
        return { node: parent.init, path, ...(fallback && { fallback }) };
      }
      case "AssignmentExpression":
        if (at === parent.right || !["=", "||=", "??="].includes(parent.operator)) return null;
        return { node: parent.right, path, ...(fallback && { fallback }) };
      case "AssignmentPattern":
        if (path.length === 0) fallback = parent.right;
        at = parent;
        break;
      case "Property": {
        const name = nameOf(parent);
        if (name === null) return null;
        path.unshift(name);
        at = parent.parent;
        break;
      }
      default:
        return null;
    }
  }
}

/** The function and position of a parameter, its default included; null for destructured or rest parameters. */
export function parameterOf(
  variable: Variable,
): { fn: TSESTree.FunctionDeclaration; index: number; fallback: Node | null } | null {
  const definition = variable.defs[0];
  if (definition?.type !== "Parameter") return null;
  const fn = definition.node as TSESTree.FunctionDeclaration;
  for (const [index, each] of fn.params.entries()) {
    const parameter = each.type === "TSParameterProperty" ? each.parameter : each;
    if (parameter === definition.name) return { fn, index, fallback: null };
    if (parameter.type === "AssignmentPattern" && parameter.left === definition.name)
      return { fn, index, fallback: parameter.right };
  }
  return null;
}

/** For a parameter of the first function given to `.then()`: the promise, and what is taken out of its value. */
export function settledWith(variable: Variable): Write | null {
  const path: string[] = [];
  let at = variable.defs[0]?.name as Node;
  for (let parent = at.parent; !isFunction(parent); at = parent, parent = at.parent) {
    if (parent?.type === "Property") {
      const name = nameOf(parent);
      if (name === null) return null;
      path.unshift(name);
    } else if (parent?.type !== "ObjectPattern" && parent?.type !== "AssignmentPattern") return null;
  }
  const fn = at.parent as FunctionNode;
  const call = fn.parent as Node;
  if (call.type !== "CallExpression" || call.arguments[0] !== fn || fn.params[0] !== at) return null;
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && nameOf(callee) === "then" ? { node: callee.object, path } : null;
}

/** Whether an expression is `undefined`, `null` or `void 0`, the placeholders before a real assignment. */
export function isNothing(node: Node): boolean {
  const at = unwrap(node);
  return (
    (at.type === "Literal" && at.value === null && !("regex" in at) && !("bigint" in at)) ||
    (at.type === "Identifier" && at.name === "undefined" && isGlobal(at)) ||
    (at.type === "UnaryExpression" && at.operator === "void")
  );
}
