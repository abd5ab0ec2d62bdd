import { unwrap, nameOf, type Node } from "../analysis/ast.ts";
import { globalPath, hasMember, isKnownModule } from "../catalogue/index.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { isAmbient } from "../analysis/variables.ts";
import { moduleIn } from "../analysis/aliases.ts";

/** What brings a module without the words of an import: a `require` of one's own, and the one call whose shape alone tells what it makes. */
const OTHERWISE = /\b(?:createSocket|getBuiltinModule|module\s*\.\s*(?:require|createRequire)|createRequire)\b/;

/**
 * Whether anything in a file can come from a package of the catalogue, other files of the project aside: by an import, a
 * global, a type checker, or as OTHERWISE says. Where nothing can, as in most bundles for browsers, no value need be followed.
 */
export function reachesPackages(file: SourceFile): boolean {
  if (file.typeOf !== undefined || OTHERWISE.test(file.text)) return true;
  const { modules } = indexOf(file);
  for (const each of modules) if (isKnownModule(moduleIn(file, each))) return true;
  const [top] = file.scopeManager.scopes;
  if (!top) return false;
  // Hosts that know a global have its references at its variable, the others among those that nothing defines.
  return [...top.through, ...top.variables.flatMap((each) => (isAmbient(each) ? each.references : []))].some(
    ({ identifier }) => reaches(identifier as Node),
  );
}

/** `Deno.serve`, `{ serve } = Deno`, `globalThis.Deno`; not `typeof Deno`, `Deno.build`. */
function reaches(node: Node): boolean {
  if (node.type !== "Identifier" || node.parent?.type === "UnaryExpression") return false;
  const name = memberName(node);
  if (/^(?:globalThis|global|window|self)$/.test(node.name)) return name === null || globalPath(name) !== undefined;
  const path = globalPath(node.name);
  return path !== undefined && (name === null || hasMember(path, name));
}

/** The name that is taken of a value, casts aside; null where more than one may be. */
function memberName(node: Node): string | null {
  let at: Node | undefined = node;
  while (at?.parent && at.parent.type !== "MemberExpression" && unwrap(at.parent) === node) at = at.parent;
  return at?.parent?.type === "MemberExpression" && at.parent.object === at ? nameOf(at.parent) : null;
}
