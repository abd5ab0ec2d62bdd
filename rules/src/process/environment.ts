import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { inSteps } from "../analysis/in-steps.ts";
import { resolve } from "../analysis/values.ts";
import { valueOf } from "./calls.ts";

/** A variable that a launch puts into the environment of what it starts. */
export interface Variable {
  name: string;
  /** Not a constant: it may be another one every time. */
  varies: boolean;
}

/**
 * The variables that the environment handed to a launch sets anew, those that it passes on aside; null where nobody can
 * say. Read are object literals and `Object.assign({}, process.env, { … })`.
 */
export function environmentOf(given: Node | null | undefined): readonly Variable[] | null {
  return given ? environmentIn(given) : [];
}

/** So many objects that are spread into objects. */
const DEEPEST = 20;

const environmentIn = inSteps<readonly Variable[] | null>(DEEPEST, null, (given, next) => {
  const at = valueOf(given);
  if (isEnvironment(at)) return [];
  if (at.type === "CallExpression" && nameOf(at.callee) === "assign")
    return all(at.arguments.map((each) => next(each as Node)));
  if (at.type !== "ObjectExpression") return null;
  return all(
    at.properties.map((each) => {
      if (each.type === "SpreadElement") return next(each.argument);
      const name = nameOf(each);
      return name === null ? null : [{ name, varies: evaluate(each.value) === null }];
    }),
  );
});

/** What is set twice in the same way, by two objects that spread a third one, is there once. */
function all(parts: readonly (readonly Variable[] | null)[]): readonly Variable[] | null {
  if (parts.some((each) => each === null)) return null;
  const found = parts.flatMap((each) => each ?? []);
  return [...new Map(found.map((each) => [`${each.name} ${each.varies}`, each])).values()];
}

function isEnvironment(node: Node): boolean {
  const value = resolve(unwrap(node));
  return value?.kind === "path" && /^(?:process|bun|import\.meta)\.env$|^deno\.env\.toObject\(\)$/.test(value.path);
}
