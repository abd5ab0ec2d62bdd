import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, type Call, type Node } from "./ast.ts";
import { callsOf } from "./calls.ts";
import type { Variable } from "./source.ts";
import type { Write } from "./variables.ts";

interface Place {
  fn: TSESTree.FunctionDeclaration;
  index: number;
  /** What destructuring takes out of the argument. */
  path: readonly string[];
  /** The value where the argument, or this part of it, is missing. */
  fallback: Node | null;
  /** The value where the whole argument is missing, of which a part is taken: `{ port } = {}`. */
  whole: Node | null;
}

/** Which argument of which function a parameter is; null for rest parameters and computed names. */
function placeOf(variable: Variable): Place | null {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || definition?.type !== ("Parameter" as never)) return null;
  const fn = definition.node as unknown as TSESTree.FunctionDeclaration;
  const path: string[] = [];
  let fallback: Node | null = null;
  let whole: Node | null = null;
  for (let at = definition.name as Node; ;) {
    const index = fn.params.indexOf(at as TSESTree.Parameter);
    if (index !== -1) return { fn, index, path, fallback, whole };
    const parent = at.parent as Node;
    if (parent.type === "AssignmentPattern") {
      if (at === definition.name) fallback = parent.right;
      else whole = parent.right;
      at = parent;
    } else if (parent.type === "TSParameterProperty") at = parent;
    else if (parent.type === "Property" && parent.parent.type === "ObjectPattern") {
      const name = nameOf(parent);
      if (name === null) return null;
      path.unshift(name);
      at = parent.parent;
    } else return null;
  }
}

/**
 * What the callers hand over for a parameter; null where it may also be something else. `only`: the call that counts,
 * where it is one of theirs.
 */
export function givenTo(variable: Variable, only: Call | null = null): Write[] | null {
  const place = placeOf(variable);
  const declared = variable.defs[0]?.name;
  if (!place || variable.references.some((each) => each.isWrite() && each.identifier !== declared)) return null;
  const calls = callsOf(place.fn);
  if (!calls || calls.length === 0) return null;
  const all: Write[] = [];
  for (const { arguments: args } of only && calls.includes(only) ? [only] : calls) {
    if (args.slice(0, place.index + 1).some((each) => each.type === "SpreadElement")) return null;
    const given = args[place.index] as Node | undefined;
    const { path, fallback, whole } = place;
    if (given) all.push({ node: given, path, ...(fallback && { fallback }) });
    else if (fallback && path.length === 0) all.push({ node: fallback, path });
    else if (whole) all.push({ node: whole, path, ...(fallback && { fallback }) });
    else return null;
  }
  return all;
}
