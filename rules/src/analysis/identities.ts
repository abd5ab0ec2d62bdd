import type { Node } from "./ast.ts";
import { fieldHost } from "./fields.ts";
import { resolve } from "./resolving.ts";

/**
 * Objects that stand for "the same socket", the outermost first: the call that gave it, then what a local factory or
 * class made it of.
 * Two expressions whose first ones are equal are the same object; empty when nobody can say.
 */
export function identities(node: Node): readonly object[] {
  const value = resolve(node);
  if (value?.kind === "instance") return value.origins;
  if (value?.kind === "object") return [value.origin];
  if (value?.kind === "local" && value.node.type === "ObjectExpression") return [value.node];
  const host = fieldHost(node);
  return host ? [host] : [];
}

/** Whether something is this very object, what a factory or class made it of, or what a factory made of it. */
export function isSame(one: readonly object[], other: readonly object[]): boolean {
  const [first] = one;
  const [mine] = other;
  return first !== undefined && mine !== undefined && (other.includes(first) || one.includes(mine));
}
