import { unwrap, type Node } from "./ast.ts";
import { fileOf, perFile } from "./source.ts";
import type { Value } from "./value.ts";

/** Names that stand for names that stand for names: nobody writes more, and the stack has an end. */
const DEEPEST = 100;

const valuesOf = perFile(() => new Map<Node, Value | null>());

let depth = 0;
let compute = (_node: Node): Value | null => {
  throw new Error("analysis/values.ts has to be loaded before a value is resolved");
};

/**
 * Says how a value is found. The pieces of the analysis ask for values of other expressions while they find one;
 * they ask here, so that they need not import each other in a circle. values.ts, which knows them all, answers.
 */
export function resolvesWith(find: (node: Node) => Value | null): void {
  compute = find;
}

/** What an expression is, found once; null when nobody can say. */
export function resolve(node: Node): Value | null {
  const at = unwrap(node);
  const values = valuesOf(fileOf(at));
  const known = values.get(at);
  if (known !== undefined) return known;
  if (depth > DEEPEST) return null;
  values.set(at, null); // a cycle resolves to nothing
  depth++;
  try {
    const value = compute(at);
    values.set(at, value);
    return value;
  } finally {
    depth--;
  }
}
