import type { TSESTree } from "@typescript-eslint/types";
import { isClass, nameOf, unwrap, type ClassNode, type Node } from "./ast.ts";
import { assignedTo } from "./fields.ts";
import { inSteps } from "./in-steps.ts";
import { resolve } from "./resolving.ts";
import { fileOf } from "./source.ts";
import { onlyValue, variableOf, writesOf } from "./variables.ts";

/** The expression in another file that an imported name, or a member of something imported, stands for. */
export function elsewhere(node: Node): Node | null {
  const value = resolve(node);
  const other = value?.kind === "path" || value?.kind === "local" ? value.node : undefined;
  return other && fileOf(other) !== fileOf(node) ? other : null;
}

/** The enum or class that a name stands for. */
export function declarationBehind(node: Node): TSESTree.TSEnumDeclaration | ClassNode | null {
  const at = elsewhere(node) ?? node;
  const declared = at.type === "Identifier" ? (variableOf(at)?.defs[0]?.node as Node | undefined) : at;
  return declared?.type === "TSEnumDeclaration" || isClass(declared) ? declared : null;
}

/** The object literal that an expression stands for; null where it may be another object. */
export function literalBehind(node: Node, depth = 0): TSESTree.ObjectExpression | null {
  const at = unwrap(node);
  if (at.type === "ObjectExpression") return at;
  const made = depth < 8 ? onlyValue(at) : null;
  const found = made && literalBehind(made, depth + 1);
  if (found) return found;
  const value = resolve(at);
  return value?.kind === "local" && value.node.type === "ObjectExpression" ? value.node : null;
}

/** The expression that an object has under a name; null where something else may stand there. */
export function propertyBehind(object: Node, name: string): Node | null {
  const found = propertyIn(object, name);
  return found === "absent" ? null : found;
}

/** The same, also where what is spread into the object has it; null where nobody can say. */
const propertyIn = inSteps<Node | "absent" | null, string>(7, null, (object, next, name) => {
  const literal = literalBehind(object);
  if (!literal || isWrittenTo(literal, name)) return null;
  for (const each of literal.properties.toReversed()) {
    if (each.type === "SpreadElement") {
      const found = next(each.argument);
      if (found !== "absent") return found;
    } else if (nameOf(each) === name) return each.kind === "init" ? each.value : null;
    else if (each.computed && nameOf(each) === null) return null;
  }
  return "absent";
});

/** What a name stands for that is taken out of an object: `const { port } = config`. */
export function takenFrom(node: Node): Node | null {
  const variable = node.type === "Identifier" ? variableOf(node) : undefined;
  const [only, ...others] = (variable && writesOf(variable)) ?? [];
  if (!only || others.length > 0 || only.fallback || only.path.length === 0) return null;
  return only.path.reduce<Node | null>((from, name) => from && propertyBehind(from, name), only.node);
}

/** Whether a property is also assigned where the object has a name. */
export function isWrittenTo(literal: TSESTree.ObjectExpression, name: string): boolean {
  const { parent } = literal;
  const holder =
    parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? variableOf(parent.id) : undefined;
  return [literal, holder].some((each) => each && assignedTo(each, name).length > 0);
}
