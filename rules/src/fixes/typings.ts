import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, type Node, type Range } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import type { Edit } from "../rule.ts";
import { insert, joined } from "./layout.ts";
import { quoted } from "./quotes.ts";
import { before } from "./statements.ts";
import type { CallSite } from "../sockets/site.ts";

/** Lets an object stand where the typings of a package take no object at all, in every overload. */
const CAST = " as never";

/** What an options object with `reusePort` needs to compile: nothing, a cast, the option in a spread, or a type of its own. */
export type Refusal = "none" | "cast" | "spread" | { type: string };

/** `positional`: the call is given no options object so far. */
export function refusalOf(file: SourceFile, { operation, kind, call }: CallSite, positional: boolean): Refusal {
  const refuse = operation.typingsRefuse;
  if (refuse === true || (positional && operation.positionalDrops)) return "cast";
  // A spread is not checked for properties that the type does not have, and the literal stays where its type is inferred.
  if (refuse === "inferred") return "spread";
  if (refuse) return { type: `${importedType(file, refuse)} & { reusePort: boolean }` };
  return kind === "shaped" && isAwaited(call) ? "cast" : "none";
}

/** A type by the name that the file imports it under, else where it comes from. */
function importedType(file: SourceFile, { module, type }: { module: string; type: string }): string {
  for (const statement of file.ast.body) {
    if (statement.type !== "ImportDeclaration" || statement.source.value !== module) continue;
    for (const each of statement.specifiers)
      if (each.type === "ImportSpecifier" && (each.imported as TSESTree.Identifier).name === type)
        return each.local.name;
  }
  return quoted(file, 0, `import("${module}").${type}`);
}

/** A promise is not a net.Server: the call belongs to a framework, whose typings are unknown. */
function isAwaited(call: Node): boolean {
  const parent = call.parent as Node | undefined;
  if (parent?.type === "AwaitExpression") return true;
  return parent?.type === "MemberExpression" && ["then", "catch", "finally"].includes(nameOf(parent) ?? "");
}

/**
 * Makes the options of a call compile. With a type of their own they become a constant before the statement,
 * or are asserted where no statement can stand. `edits` turn what stands at `argument` into the options object.
 */
export function withTypings(
  file: SourceFile,
  call: Node,
  argument: Range,
  edits: readonly Edit[],
  refusal: Refusal,
): Edit[] | null {
  if (refusal === "none" || refusal === "spread") return joined(edits);
  if (refusal === "cast") return joined([...edits, insert(argument[1], CAST)]);
  const object = applied(file.text, argument, edits);
  const name = freeName(file);
  const constant = before(file, call, `const ${name}: ${refusal.type} = ${object};`, { verbatim: true });
  return constant
    ? joined([...constant, { range: argument, text: name }])
    : joined([...edits, insert(argument[1], ` as ${refusal.type}`)]);
}

/** The text of a range after edits that all lie in it. */
function applied(text: string, [start, end]: Range, edits: readonly Edit[]): string {
  let result = "";
  let at = start;
  for (const { range, text: added } of edits.toSorted((a, b) => a.range[0] - b.range[0])) {
    result += text.slice(at, range[0]) + added;
    at = range[1];
  }
  return result + text.slice(at, end);
}

/** A name for the options that nothing in the file has. */
function freeName({ scopeManager }: SourceFile): string {
  const taken = new Set(
    scopeManager.scopes.flatMap((scope) => [
      ...scope.variables.map((each) => each.name),
      ...scope.references.map((each) => (each.identifier as TSESTree.Identifier).name),
    ]),
  );
  for (let i = 1; ; i++)
    for (const name of ["options", "listenOptions"].map((each) => (i === 1 ? each : `${each}${i}`)))
      if (!taken.has(name)) return name;
}
