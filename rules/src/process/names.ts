import { nameOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";

const NAMING = new Set(["MethodDefinition", "PropertyDefinition", "Property"]);

/** The name that a function is called by: its own, that of its variable, method, property, or of what it is assigned to. */
export function functionName(fn: FunctionNode): string | null {
  const parent = fn.parent as Node;
  if (fn.id) return fn.id.name;
  if (parent.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : null;
  if (parent.type === "AssignmentExpression") {
    const left = unwrap(parent.left);
    return left.type === "Identifier" ? left.name : nameOf(left);
  }
  return NAMING.has(parent.type) ? nameOf(parent) : null;
}
