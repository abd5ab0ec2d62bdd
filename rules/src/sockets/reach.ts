import { nameOf, type Node } from "./ast.ts";
import { globalPath, hasMember, isKnownModule } from "./catalogue/index.ts";
import { indexOf, type SourceFile } from "./source.ts";

/**
 * Whether anything in a file can come from a package of the catalogue: by an import, a global, a type checker, or the one
 * call whose shape alone tells what it makes. Where nothing can, as in most bundles for browsers, no value need be followed.
 */
export function reachesPackages(file: SourceFile): boolean {
  if (file.typeOf !== undefined || /\bcreateSocket\b/.test(file.text)) return true;
  for (const each of indexOf(file).modules) if (isKnownModule(each) || /^(?:node:)?module$/.test(each)) return true;
  const [top] = file.scopeManager.scopes;
  if (!top) return false;
  // Hosts that know a global have its references at its variable, the others among those that nothing defines.
  return [...top.through, ...top.variables.flatMap((each) => (each.defs.length === 0 ? each.references : []))].some(({ identifier }) => reaches(identifier as Node));
}

/** `Deno.serve`, `{ serve } = Deno`; not `typeof Deno`, `Deno.build`. */
function reaches(node: Node): boolean {
  const path = node.type === "Identifier" ? globalPath(node.name) : undefined;
  if (path === undefined || node.parent?.type === "UnaryExpression") return false;
  const name = node.parent?.type === "MemberExpression" && node.parent.object === node ? nameOf(node.parent) : null;
  return name === null || hasMember(path, name);
}
