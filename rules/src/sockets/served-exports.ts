import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, nameOf, unwrap, type Call, type Node, type Range } from "../analysis/ast.ts";
import { perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue } from "../analysis/variables.ts";
import { entryAt } from "../catalogue/index.ts";
import { servedExports } from "../catalogue/served-exports.ts";
import type { Environment } from "../environment.ts";
import { readings } from "./arguments.ts";
import { callSite } from "./call-site.ts";
import type { ApiSite, FileSites } from "./site.ts";

const { api, method, unless, applications, own, elsewhere } = servedExports;

/**
 * The sites of a file, with the default export that the runtime serves where it runs this very file: it has a `fetch`
 * method, or is an application that has one. `isEntry`: nobody else loads the file; asked only where there is such an export.
 */
export function withServedExport(sites: FileSites, environment: Environment, isEntry: () => boolean): FileSites {
  if (environment.runtime !== servedExports.runtime) return sites;
  const found = servedIn(sites.file);
  if (!found || (!found.isOwn && belongsElsewhere(environment)) || !isEntry()) return sites;
  return (found.sites ??= {
    ...sites,
    sites: [...sites.sites, ...found.made].sort((a, b) => a.name.range[0] - b.name.range[0]),
  });
}

function belongsElsewhere({ dependencies }: Environment): boolean {
  return elsewhere.packages.some((each) => each in dependencies);
}

interface Served {
  made: ApiSite[];
  /** It names what only this runtime reads. */
  isOwn: boolean;
  sites?: FileSites;
}

const servedIn = perFile((file): Served | null => {
  const exported = defaultExport(file);
  if (!exported) return null;
  const at = unwrap(exported.value);
  const value = unwrap(onlyValue(at) ?? at);
  if (value.type === "ObjectExpression") {
    const named = (name: string) => value.properties.find((each) => each.type === "Property" && nameOf(each) === name);
    const handler = named(method);
    if (handler?.type !== "Property" || named(unless)) return null;
    if (value.properties.some((each) => each.type === "SpreadElement")) return null;
    const isOwn = own.some((each) => named(each) !== undefined);
    // `module.exports = { fetch, post }` is what many modules that are required look like.
    if (!isOwn && exported.isWhole) return null;
    if (!isOwn && (elsewhere.handlers.some((each) => named(each)) || takesMore(handler.value as Node))) return null;
    return { made: madeOf(exported, [exported.value]), isOwn };
  }
  return isApplication(value) ? { made: madeOf(exported, []), isOwn: false } : null;
});

function takesMore(handler: Node): boolean {
  return isFunction(handler) && handler.params.length >= elsewhere.parameters;
}

/** `new Hono().get(…).post(…)`: its methods give the application itself. */
function isApplication(made: Node): boolean {
  let from = made;
  while (from.type === "CallExpression" && from.callee.type === "MemberExpression") from = unwrap(from.callee.object);
  if (from.type !== "NewExpression") return false;
  const cls = resolve(from.callee);
  return cls?.kind === "path" && applications.test(cls.path);
}

interface DefaultExport {
  statement: Node;
  /** `export default`, `module.exports`, or the name in `export { app as default }`. */
  range: Range;
  value: Node;
  /** It is all that a CommonJS module exports. */
  isWhole?: true;
}

function defaultExport({ ast, text }: SourceFile): DefaultExport | null {
  for (const statement of ast.body) {
    if (statement.type === "ExportDefaultDeclaration") {
      const words = /^export\s+default/.exec(text.slice(...statement.range))?.[0].length ?? 0;
      const range: Range = [statement.range[0], statement.range[0] + words];
      return words > 0 ? { statement, range, value: statement.declaration as Node } : null;
    }
    const whole = wholeIn(statement);
    if (whole) return whole;
    if (statement.type !== "ExportNamedDeclaration" || statement.source) continue;
    const named = statement.specifiers.find(
      ({ exported }) => exported.type === "Identifier" && exported.name === "default",
    );
    if (named) return { statement: named, range: named.exported.range, value: named.local as Node };
  }
  return null;
}

/** `module.exports = app`, `export = app`. */
function wholeIn(statement: Node): DefaultExport | null {
  if (statement.type === "TSExportAssignment") {
    const [start] = statement.range;
    return { statement, range: [start, start + "export".length], value: statement.expression, isWhole: true };
  }
  const set = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : null;
  if (set?.type !== "AssignmentExpression" || set.operator !== "=" || set.left.type !== "MemberExpression") return null;
  const { object } = set.left;
  if (nameOf(set.left) !== "exports" || object.type !== "Identifier" || object.name !== "module") return null;
  return { statement, range: set.left.range, value: set.right, isWhole: true };
}

/** What the runtime runs: `Bun.serve(entryNamespace.default)`, with the export in the place of the call. */
function madeOf({ statement, range, isWhole }: DefaultExport, args: Node[]): ApiSite[] {
  const operation = entryAt(api)?.does;
  if (!operation) return [];
  const place = { range, parent: statement };
  const call = { ...place, type: "CallExpression", arguments: args, optional: false } as unknown as Call;
  call.callee = { ...place, type: "Identifier", name: "default", parent: call } as unknown as TSESTree.Identifier;
  return readings(call, operation).map((reading) =>
    Object.assign(callSite({ kind: "api", api } as const, call, operation, [call], reading), {
      label: isWhole ? "module.exports" : "export default",
      isServedExport: true as const,
    }),
  );
}
