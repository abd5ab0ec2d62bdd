import { isClass, isFunction, type Call, type ClassNode, type Node } from "./ast.ts";
import { fileOf, othersOf } from "./source.ts";
import { isGlobal } from "./variables.ts";

/** The calls that other modules make of what a module exports; null where not all can be seen. */
export function callsElsewhere(fn: Node): readonly Call[] | null {
  return ((isFunction(fn) || isClass(fn)) && othersOf(fileOf(fn)).callersOf?.(fn)) || null;
}

/** Where instances of a class are made; null where it also gets into other hands, or another class extends it. */
export function makersOf(cls: ClassNode): readonly Call[] | null {
  const made: Call[] = [];
  let exported = isExport(cls);
  const manager = fileOf(cls).scopeManager;
  // A class has a name for itself, and the one around it; `const A = class {}` has one as well.
  for (const declaring of [cls, cls.parent])
    for (const variable of manager.getDeclaredVariables(declaring)) {
      if (variable.defs[0]?.node !== declaring) continue;
      exported ||= isExport(declaring);
      for (const reference of variable.references) {
        const at = reference.identifier as Node;
        const user = at.parent as Node;
        if (reference.isWrite()) continue;
        if (user.type === "NewExpression" && user.callee === at) made.push(user);
        else if (isExport(at)) exported = true;
        else if (!/^TS/.test(user.type) && !(user.type === "BinaryExpression" && user.operator === "instanceof"))
          return null;
      }
    }
  if (!exported) return made;
  const others = callsElsewhere(cls);
  return others ? [...made, ...others] : null;
}

/** Whether a name or function is exported where it stands: `export function f`, `export { f }`, `module.exports = { f }`. */
export function isExport(node: Node): boolean {
  const parent = node.parent as Node;
  switch (parent.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportSpecifier":
    case "TSExportAssignment":
      return true;
    case "VariableDeclaration":
      return node.type === "VariableDeclarator" && isExport(parent);
    case "AssignmentExpression":
      return parent.right === node && (isExportsObject(parent.left) || isExport(parent));
    case "Property":
      return parent.value === node && isExport(parent.parent);
    default:
      return false;
  }
}

/** `module.exports`, `exports.f`, `module.exports.f` */
function isExportsObject(node: Node): boolean {
  let at = node;
  while (at.type === "MemberExpression") at = at.object;
  return at !== node && (isGlobalNamed(at, "module") || isGlobalNamed(at, "exports"));
}

function isGlobalNamed(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name && isGlobal(node);
}
