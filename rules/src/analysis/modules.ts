import type { TSESTree } from "@typescript-eslint/types";
import { canonicalModule, entryAt } from "../catalogue/index.ts";
import { calleeName, stringOf, unwrap, type Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { resolve } from "./resolving.ts";
import { fileOf, perFile, type SourceFile, type Variable } from "./source.ts";
import type { Path } from "./value.ts";
import { isGlobal, onlyValue, variableOf } from "./variables.ts";

/** Bundlers and compilers wrap `require()` in these. */
const INTEROP =
  /^(?:_*interop(?:Require|Namespace)?(?:Default|Wildcard)?(?:Compat|Legacy|Ns)?\d*|_*interop_require_(?:default|wildcard)\w*|__importDefault|__importStar|__toESM|_?tslib\w*)$/;

/** The packages that specifiers stand for in a file where package.json gives them another name: `uws` → `uWebSockets.js`. */
export const aliasesIn = perFile(() => new Map<string, string>());

/** The catalogue's name of the module that a specifier means in a file. */
export function moduleIn(file: SourceFile, specifier: string): string {
  return canonicalModule(aliasesIn(file).get(specifier) ?? specifier);
}

/** The module that a specifier names, written at a node; null for none. */
export function moduleNamed(specifier: string | null, at: Node): Path | null {
  if (specifier === null) return null;
  const name = moduleIn(fileOf(at), specifier);
  return { kind: "path", path: name, module: name };
}

/** What a module or something in it has under a name. */
export function exported(from: Path, name: string): Path {
  if (name === "default" && !entryAt(`${from.path}.default`)) return from;
  return { kind: "path", path: `${from.path}.${name}`, module: from.module };
}

/** What an import specifier or `import x = require()` brings. */
export function imported(node: Node): Path | null {
  switch (node.type) {
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return moduleNamed((node.parent as TSESTree.ImportDeclaration).source.value, node);
    case "ImportSpecifier": {
      const from = moduleNamed((node.parent as TSESTree.ImportDeclaration).source.value, node);
      return from && exported(from, node.imported.type === "Identifier" ? node.imported.name : node.imported.value);
    }
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference"
        ? moduleNamed(stringOf(node.moduleReference.expression as Node), node)
        : null;
    default:
      return null;
  }
}

/** What `require("net")` or another way to load a module at run time gives; undefined for other calls. */
export function required(call: TSESTree.CallExpression): Path | null | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier" && isRequire(callee)) return moduleNamed(stringOf(call.arguments[0]), call);
  const value = resolve(callee);
  switch (value?.kind === "path" ? value.path : "") {
    case "module.createRequire()":
    case "process.getBuiltinModule":
    case "module.require":
      return moduleNamed(stringOf(call.arguments[0]), call);
    case "require":
      return null;
    default:
      return undefined;
  }
}

/** `require`, or what esbuild makes to stand for it in an ES module. */
function isRequire(callee: TSESTree.Identifier): boolean {
  if (callee.name === "require") return isGlobal(callee);
  const made = /^_+require\d*$/.test(callee.name) ? onlyValue(callee) : null;
  return made !== null && /\btypeof require\b/.test(fileOf(callee).text.slice(...made.range));
}

/** The module in `__importDefault(module)` and its like: known by name, or by what a function of this file asks of its argument. */
export function wrappedModule(node: TSESTree.CallExpression): Node | null {
  const first = node.arguments[0];
  if (!first || first.type === "SpreadElement") return null;
  const { text } = fileOf(node);
  const helper = calleeName(node);
  if (
    helper.type === "Identifier" &&
    INTEROP.test(
      helper.name === "_" ? text.slice(node.callee.range[0], helper.range[0] - 1).replace(/^.*\./s, "") : helper.name,
    )
  )
    return first;
  if (first.type !== "Identifier" && !(first.type === "CallExpression" && first.callee.type === "Identifier"))
    return null;
  const fn = functionOf(node.callee);
  return fn && /\b__esModule\b/.test(text.slice(...fn.range)) ? first : null;
}

/** `http = __toESM(http)` */
export function wrapsItself(variable: Variable, node: Node): boolean {
  const wrapped =
    node.type === "CallExpression" && node.arguments[0]?.type === "Identifier" ? wrappedModule(node) : null;
  return wrapped !== null && variableOf(wrapped) === variable;
}
