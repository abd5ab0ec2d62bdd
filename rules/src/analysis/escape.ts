import { enclosingFunction, nameOf, unwrap, type Call, type Node } from "./ast.ts";
import { variableOf } from "./variables.ts";

/** Calls that make something which keeps what it is given: `axios.create({ httpAgent })`. */
const KEEPERS = /^(?:create|extend|defaults|assign)$/;

/** Whether what a call makes is still there when the function around it has returned: kept in a field, in a closure, by whoever gets it back. */
export function outlives(call: Call): boolean {
  return call.callee.type === "Super" || !enclosingFunction(call) || isKept(call, 0);
}

function isKept(node: Node, depth: number): boolean {
  const fn = enclosingFunction(node);
  for (let parent = node.parent; parent; parent = parent.parent) {
    switch (parent.type) {
      case "Property":
      case "ObjectExpression":
      case "ArrayExpression":
      case "ConditionalExpression":
      case "LogicalExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "NewExpression":
        continue;
      case "PropertyDefinition":
      case "ReturnStatement":
      case "ArrowFunctionExpression":
        return true;
      case "AssignmentExpression":
        return parent.left.type !== "Identifier" || isReadLater(parent.left, fn, depth);
      case "VariableDeclarator":
        return parent.id.type !== "Identifier" || isReadLater(parent.id, fn, depth);
      case "CallExpression": {
        const callee = unwrap(parent.callee);
        return callee.type === "MemberExpression" && KEEPERS.test(nameOf(callee) ?? "");
      }
      default:
        return false;
    }
  }
  return false;
}

/** A name that another function reads, or that is handed on to something that is kept. */
function isReadLater(name: Node, fn: Node | null, depth: number): boolean {
  const variable = variableOf(name);
  return (
    variable?.references.some(
      (each) =>
        each.isRead() &&
        (enclosingFunction(each.identifier as Node) !== fn ||
          (depth < 3 && isKept(each.identifier as Node, depth + 1))),
    ) ?? true
  );
}
