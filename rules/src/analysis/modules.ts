import type { TSESTree } from "@typescript-eslint/types";
import { calleeName, stringOf, unwrap, type Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { exported, moduleNamed, wholeModule } from "./exports.ts";
import { resolve } from "./resolving.ts";
import { fileOf, type Variable } from "./source.ts";
import type { Value } from "./value.ts";
import { isGlobal, onlyValue, variableOf } from "./variables.ts";

/** Bundlers and compilers wrap `require()` in these. */
const INTEROP =
  /^(?:_*interop(?:Require|Namespace)?(?:Default|Wildcard)?(?:Compat|Legacy|Ns)?\d*|_*interop_require_(?:default|wildcard)\w*|__importDefault|__importStar|__toESM|_?tslib\w*)$/;

/** What an import specifier or `import x = require()` brings. */
export function imported(node: Node): Value | null {
  switch (node.type) {
    case "ImportDefaultSpecifier": {
      const module = moduleNamed((node.parent as TSESTree.ImportDeclaration).source.value, node);
      return module?.file ? exported(module, "default") : module;
    }
    case "ImportNamespaceSpecifier":
      return moduleNamed((node.parent as TSESTree.ImportDeclaration).source.value, node);
    case "ImportSpecifier": {
      const module = moduleNamed((node.parent as TSESTree.ImportDeclaration).source.value, node);
      return module && exported(module, node.imported.type === "Identifier" ? node.imported.name : node.imported.value);
    }
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference"
        ? requiredFrom(node, node.moduleReference.expression as Node)
        : null;
    default:
      return null;
  }
}

function requiredFrom(at: Node, specifier: Node | undefined): Value | null {
  const module = moduleNamed(stringOf(specifier), at);
  return module && wholeModule(module);
}

/** What `require("net")` or another way to load a module at run time gives; undefined for other calls. */
export function required(call: TSESTree.CallExpression): Value | null | undefined {
  const callee = unwrap(call.callee);
  const specifier = call.arguments[0] as Node | undefined;
  if (callee.type === "Identifier" && isRequire(callee)) return requiredFrom(call, specifier);
  const value = resolve(callee);
  switch (value?.kind === "path" ? value.path : "") {
    case "module.createRequire()":
    case "process.getBuiltinModule":
    case "module.require":
      return requiredFrom(call, specifier);
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

/**
 * The module in `__importDefault(module)` and its like: known by name, or by what a function of this file asks of its
 * argument.
 */
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
