import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { resolve } from "../analysis/values.ts";
import { indexOf, type SourceFile, type Variable } from "../analysis/source.ts";
import { variableOf } from "../analysis/variables.ts";
import type { OptionsObject } from "../analysis/options-objects.ts";

/** Every property and assignment in sight that may give an option; null where `nested` options are not followed. */
export function placesOf(file: SourceFile, options: OptionsObject, name: string, nested: boolean): Node[] | null {
  if (nested) return null;
  const found = inObject(options.object, name);
  for (const { left } of indexOf(file).memberAssignments) {
    if (left.type !== "MemberExpression" || nameOf(left) !== name) continue;
    if (isHolder(left.object, options.holders)) found.push(left);
  }
  return found;
}

function isHolder(node: Node, holders: readonly object[]): boolean {
  const at = unwrap(node);
  if (at.type === "Identifier") return holders.includes(variableOf(at) as Variable);
  const value = resolve(at);
  return value?.kind === "local" && holders.includes(value.node);
}

/** The properties of a literal and of the literals spread into it on the spot. */
function inObject(object: TSESTree.ObjectExpression, name: string): Node[] {
  return object.properties.flatMap((each) =>
    each.type === "Property" ? (nameOf(each) === name ? [each] : []) : inSpread(each.argument, name),
  );
}

function inSpread(node: Node, name: string): Node[] {
  const at = unwrap(node);
  switch (at.type) {
    case "ObjectExpression":
      return inObject(at, name);
    case "ConditionalExpression":
      return [...inSpread(at.consequent, name), ...inSpread(at.alternate, name)];
    case "LogicalExpression":
      return [...inSpread(at.left, name), ...inSpread(at.right, name)];
    default:
      return [];
  }
}
