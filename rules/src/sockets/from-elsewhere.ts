import { nameOf, unwrap, isClass, stringOf, type Call, type Node } from "../analysis/ast.ts";
import { thisHost } from "../analysis/classes.ts";
import { alone, fileOf, perFile, perText, type SourceFile } from "../analysis/source.ts";
import { variableOf, writesOf } from "../analysis/variables.ts";
import { isCallName, namesModule, opensPorts } from "../catalogue/index.ts";
import { writesClientOption } from "../prefilter/client-text.ts";

/**
 * Whether what is called may be something of the catalogue, of which this file alone does not show it. It decides whether
 * other files are parsed for a call, so it looks at names and texts alone. A client's method counts where the file
 * speaks of what rules look for in clients.
 */
export function mayComeFromElsewhere(call: Call): boolean {
  const file = fileOf(call);
  if (!file.load) return false;
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression") {
    const name = nameOf(callee);
    if (name === null || !isCallName(name)) return false;
    if (name === "default") return isExported(file, callee.object, name);
    return opensPorts(name) ? !bindsFunction(name, call) : speaksOfClients(file);
  }
  const host = callee.type === "Super" ? thisHost(callee) : null;
  const named = host ? (isClass(host) && host.superClass ? unwrap(host.superClass) : null) : callee;
  if (named?.type !== "Identifier") return named?.type === "MemberExpression";
  return importOf(named) ? isExported(file, named, null) : opensPorts(named.name);
}

/** Whether a name is that of an import, or of something required. */
export function isImported(id: Node): boolean {
  return importOf(id) !== null;
}

/** Whether what a name imports, or something in it, may be exported by the other module. */
function isExported(file: SourceFile, id: Node, member: string | null): boolean {
  const imported = importOf(id);
  return imported !== null && mayExport(file, member === null ? imported : { ...imported, name: member });
}

/** `handler.bind(this)` is no bind of a port. */
function bindsFunction(name: string, call: Call): boolean {
  return name === "bind" && call.arguments[0]?.type === "ThisExpression";
}

const speaksOfClients = perText((file) => /\blocal(?:Address|Port)\b|\bagent["']?\s*:/.test(file.text));

/**
 * Looks for options of a client, in other files too only where one of them may write what rules ask clients for: nearly
 * every client is given its options by somebody else.
 */
export function lookedFor<T>(file: SourceFile, find: () => T): T {
  return mayBeSetElsewhere(file) ? find() : alone(find);
}

const mayBeSetElsewhere = perFile((file) => writesClientOption(file.text) || (file.othersSetOptions?.() ?? true));

interface Import {
  specifier: string;
  /** `default` also for a module as a whole. */
  name: string;
}

/** What an imported or required name stands for in another module; null for other names. */
function importOf(id: Node): Import | null {
  const variable = id.type === "Identifier" ? variableOf(id) : undefined;
  const definition = variable?.defs[0];
  if (!variable || !definition) return null;
  if (definition.type === ("ImportBinding" as never)) {
    const { parent } = definition as unknown as { parent: Node | null };
    const specifier = parent?.type === "ImportDeclaration" ? parent.source.value : null;
    const node = definition.node as Node;
    const imported = node.type === "ImportSpecifier" ? node.imported : null;
    const name = imported === null ? "default" : imported.type === "Identifier" ? imported.name : imported.value;
    return specifier === null ? null : { specifier, name };
  }
  const [write, ...others] = writesOf(variable) ?? [];
  if (!write || others.length > 0) return null;
  const path = [...write.path];
  let at = unwrap(write.node);
  for (; at.type === "MemberExpression"; at = unwrap(at.object)) path.unshift(nameOf(at) ?? "");
  const specifier = at.type === "CallExpression" ? stringOf(at.arguments[0] as Node | undefined) : null;
  return specifier === null ? null : { specifier, name: path[0] ?? "default" };
}

const answersIn = perText(() => new Map<string, boolean>());

/** Whether a module's text leaves it open that it exports something of the catalogue under a name. */
function mayExport(file: SourceFile, { specifier, name }: Import): boolean {
  const answers = answersIn(file);
  const key = `${name} ${specifier}`;
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = mayBeRow(file.peek?.(specifier) ?? null, name)));
  return answer;
}

/** `export * from "./server.js"`, `export { listen } from …`, `exports.listen = require("./server")`, and what compilers make of them. */
const AGAIN = /\bexport\s*\*|\}\s*from\b|\brequire\s*\(|__exportStar|__createBinding/;

function mayBeRow(text: string | null, name: string): boolean {
  if (text === null || isDeclared(text, name)) return false;
  return namesModule(text) || (/\bexports?\b/.test(text) && AGAIN.test(text));
}

/** Whether a text declares a function or class of this name: it may make servers, and is none of the calls that do. */
function isDeclared(text: string, name: string): boolean {
  if (name !== "default") return declares(text, name);
  if (/(?:\bexport\s+default|\bmodule\.exports\s*=)\s*(?:async\s+)?(?:function|class)\b/.test(text)) return true;
  const [, behind] = /(?:\bexport default|\bmodule\.exports =) ([\w$]+);?$/m.exec(text) ?? [];
  return behind !== undefined && declares(text, behind);
}

function declares(text: string, name: string): boolean {
  return (
    /^[\w$]+$/.test(name) &&
    new RegExp(`\\b(?:function(?:\\s*\\*\\s*|\\s+)|class\\s+)${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text)
  );
}
