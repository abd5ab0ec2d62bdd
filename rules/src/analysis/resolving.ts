import { unwrap, type Node } from "./ast.ts";
import { fileOf, perFile } from "./source.ts";
import type { Value } from "./value.ts";

/** Names that stand for names that stand for names: nobody writes more, and the stack has an end. */
const DEEPEST = 100;

interface Answers {
  /** What an expression is. */
  expression(node: Node): Value | null;
  /** What a value has under a name. */
  member(value: Value, name: string): Value | null;
}

const valuesOf = perFile(() => new Map<Node, Value | null>());

let depth = 0;
let answers: Answers | undefined;

/**
 * Says how values are found. The pieces of the analysis ask for values of other expressions while they find one; they
 * ask here, so that they need not import each other in a circle. values.ts, which knows them all, answers.
 */
export function resolvesWith(those: Answers): void {
  answers = those;
}

function answering(): Answers {
  if (!answers) throw new Error("analysis/values.ts has to be loaded before a value is resolved");
  return answers;
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
    const value = answering().expression(at);
    values.set(at, value);
    return value;
  } finally {
    depth--;
  }
}

/** What a value has under a name: an export, a property, a field, a method. */
export function memberOf(value: Value, name: string): Value | null {
  return answering().member(value, name);
}
