import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, lastNameOf, nameOf, stringOf, unwrap, type Node } from "./ast.ts";
import { onlyValue } from "./variables.ts";

/** What a statement of compiled code exports again: one name, or all of a module. */
export type CompiledExport =
  | { kind: "name"; name: string; value: Node }
  | { kind: "again"; name: string; from: string }
  | { kind: "all"; from: string };

/**
 * `Object.defineProperty(exports, "a", { get: function () { return b.a; } })`, `__exportStar(require("./b"), exports)` and
 * `__createBinding(exports, b, "a")`, as TypeScript and tslib write them; null for all other code.
 */
export function compiledExport(node: Node): CompiledExport | null {
  if (node.type !== "CallExpression") return null;
  const [first, second, third, fourth] = node.arguments as (Node | undefined)[];
  switch (lastNameOf(node.callee)) {
    case "defineProperty": {
      const name = isExports(first) ? stringOf(second) : null;
      const value = third ? definedBy(third) : null;
      return name !== null && value ? { kind: "name", name, value } : null;
    }
    case "__exportStar": {
      const from = isExports(second) ? requiredBy(first) : null;
      return from === null ? null : { kind: "all", from };
    }
    case "__createBinding": {
      const from = isExports(first) ? requiredBy(second) : null;
      const name = stringOf(third);
      return from === null || name === null || (fourth && stringOf(fourth) !== name)
        ? null
        : { kind: "again", name, from };
    }
    default:
      return null;
  }
}

/** The name that a getter's return exports, for the expression that it returns: `get: function () { return b.a; }`. */
export function exportedByGetter(value: Node): string | null {
  const parent = value.parent as Node;
  const fn = isFunction(parent) ? parent : parent.type === "ReturnStatement" ? (parent.parent.parent as Node) : null;
  const descriptor = fn?.parent?.type === "Property" ? (fn.parent.parent as Node) : null;
  const call = descriptor?.parent;
  const found = call ? compiledExport(call) : null;
  return found?.kind === "name" && found.value === value ? found.name : null;
}

function isExports(node: Node | undefined): boolean {
  return (
    (node?.type === "Identifier" && node.name === "exports") ||
    (node?.type === "MemberExpression" && nameOf(node) === "exports")
  );
}

/** `{ value: a }`, or what the getter of a descriptor gives. */
function definedBy(descriptor: Node): Node | null {
  if (descriptor.type !== "ObjectExpression") return null;
  for (const each of descriptor.properties) {
    if (each.type !== "Property") continue;
    if (nameOf(each) === "value") return each.value;
    if (nameOf(each) === "get") return isFunction(each.value) ? returnedBy(each.value) : null;
  }
  return null;
}

function returnedBy({ body }: { body: Node | null }): Node | null {
  if (body?.type !== "BlockStatement") return body;
  const [only, ...others] = body.body;
  return only?.type === "ReturnStatement" && others.length === 0 ? only.argument : null;
}

/** The module that an expression has required. */
function requiredBy(node: Node | undefined): string | null {
  const at = node && unwrap((onlyValue(node) ?? node) as TSESTree.Expression);
  const isRequire = at?.type === "CallExpression" && at.callee.type === "Identifier" && at.callee.name === "require";
  return isRequire ? stringOf(at.arguments[0]) : null;
}
