import type { TSESTree } from "@typescript-eslint/types";
import { stringOf, type Node } from "../../../../rules/src/analysis/ast.ts";
import { indexOf } from "../../../../rules/src/analysis/source.ts";
import type { PackageJson } from "../../../../rules/src/settings.ts";
import type { Edit } from "../../../../rules/src/rule.ts";
import type { ParsedFile } from "../../lint/parse.ts";
import type { Dialect } from "./variants.ts";

/** The dialect in which a new module beside this file is written. */
export function dialectOf(file: ParsedFile, path: string): Dialect {
  const extension = /\.([cm]?ts)x?$/.exec(path)?.[1];
  if (extension) return extension as Dialect;
  if (/\.cjs$/.test(path)) return "cjs";
  return /\.mjs$/.test(path) || file.ast.body.some((each) => /^(?:Import|Export)\w*Declaration$/.test(each.type))
    ? "mjs"
    : "cjs";
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
  const local = new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`).test(file.text) ? `${name}WithoutPort` : name;
  const quote = /(?:from|require\()\s*'/.test(file.text) ? "'" : '"';
  const end = /^(?:import|const|var|let)\b.*[^;\s]$/m.test(file.text) && !/;\s*$/m.test(file.text) ? "" : ";";
  const modules = /^(?:import|export)\b/m.test(file.text) || !/\brequire\(/.test(file.text);
  const statement = modules
    ? `import { ${local === name ? name : `${name} as ${local}`} } from ${quote}${specifier}${quote}${end}`
    : `const { ${local === name ? name : `${name}: ${local}`} } = require(${quote}${specifier}${quote})${end}`;
  const last = file.ast.body.findLast((each) => each.type === "ImportDeclaration" || isRequire(each));
  if (last) return { local, edits: [{ range: [last.range[1], last.range[1]], text: `${lineEnd}${statement}` }] };
  const first = file.ast.body.find((each) => !("directive" in each && each.directive)) ?? file.ast;
  return { local, edits: [{ range: [first.range[0], first.range[0]], text: `${statement}${lineEnd}` }] };
}

function imported(file: ParsedFile, name: string, specifier: string): string | null {
  for (const each of file.ast.body) {
    if (each.type === "ImportDeclaration" && each.source.value === specifier) {
      const found = each.specifiers.find(
        (one) => one.type === "ImportSpecifier" && one.imported.type === "Identifier" && one.imported.name === name,
      );
      if (found) return found.local.name;
    }
  }
  return null;
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
