import type { TSESTree } from "@typescript-eslint/types";
import { stringOf, type Node } from "../../../../rules/src/analysis/ast.ts";
import { indexOf } from "../../../../rules/src/analysis/source.ts";
import { mentions } from "../../../../rules/src/analysis/text.ts";
import { insert } from "../../../../rules/src/fixes/layout.ts";
import { quoted } from "../../../../rules/src/fixes/quotes.ts";
import type { PackageJson } from "../../../../rules/src/settings.ts";
import type { Edit } from "../../../../rules/src/rule.ts";
import type { ParsedFile } from "../../lint/parse.ts";
import type { Dialect } from "./variants.ts";

/** The dialect in which a new module beside this file is written. */
export function dialectOf(file: ParsedFile, path: string): Dialect {
  const [, written] = /\.([cm]?ts|[cm]js)x?$/.exec(path) ?? [];
  if (written) return written as Dialect;
  return file.ast.body.some(isModuleDeclaration) ? "mjs" : "cjs";
}

/** An import or an export, which only ES modules have. */
function isModuleDeclaration({ type }: Node): boolean {
  return /^(?:Import|Export)\w*Declaration$/.test(type);
}

/** How this file names a module beside it: TypeScript projects do so in three ways. */
export function specifierOf(file: ParsedFile, name: string, dialect: Dialect, pkg: PackageJson | null): string {
  const base = `./${name}`;
  if (dialect === "mjs" || dialect === "cjs") return `${base}.${dialect}`;
  const emitted = dialect.replace("ts", "js");
  const others = [...indexOf(file).modules].filter((each) => each.startsWith("."));
  if (others.some((each) => /\.[cm]?tsx?$/.test(each))) return `${base}.${dialect}`;
  if (others.some((each) => /\.[cm]?jsx?$/.test(each)) || dialect !== "ts") return `${base}.${emitted}`;
  if (others.length > 0) return base;
  return (pkg as { type?: unknown } | null)?.type === "module" ? `${base}.${emitted}` : base;
}

/** The name by which the file can call an export, and the edit that imports it; no edit where it is imported already. */
export function importOf(
  file: ParsedFile,
  name: string,
  specifier: string,
  lineEnd: string,
): { local: string; edits: Edit[] } {
  const present = imported(file, name, specifier);
  if (present !== null) return { local: present, edits: [] };
  const local = mentions(file, name) ? `${name}WithoutPort` : name;
  const last = file.ast.body.findLast((each) => each.type === "ImportDeclaration" || isRequire(each));
  const next = last ?? file.ast.body.find((each) => !("directive" in each)) ?? file.ast;
  const end = !last || file.text.slice(...last.range).endsWith(";") ? ";" : "";
  const from = quoted(file, next.range[0], `"${specifier}"`);
  const isModule = file.ast.body.some(isModuleDeclaration) || !mentions(file, "require");
  const statement = isModule
    ? `import { ${local === name ? name : `${name} as ${local}`} } from ${from}${end}`
    : `const { ${local === name ? name : `${name}: ${local}`} } = require(${from})${end}`;
  return {
    local,
    edits: [last ? insert(last.range[1], `${lineEnd}${statement}`) : insert(next.range[0], `${statement}${lineEnd}`)],
  };
}

function imported(file: ParsedFile, name: string, specifier: string): string | null {
  for (const each of file.ast.body) {
    if (each.type !== "ImportDeclaration" || each.source.value !== specifier) continue;
    for (const one of each.specifiers)
      if (one.type === "ImportSpecifier" && nameOfImported(one) === name) return one.local.name;
  }
  return null;
}

function nameOfImported({ imported }: TSESTree.ImportSpecifier): string {
  return imported.type === "Identifier" ? imported.name : imported.value;
}

function isRequire(statement: Node): boolean {
  if (statement.type !== "VariableDeclaration") return false;
  return statement.declarations.some(({ init }) => {
    const call = init as TSESTree.Expression | null;
    return (
      call?.type === "CallExpression" &&
      call.callee.type === "Identifier" &&
      call.callee.name === "require" &&
      stringOf(call.arguments[0] as Node | undefined) !== null
    );
  });
}
