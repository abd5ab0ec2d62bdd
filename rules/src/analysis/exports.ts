import type { TSESTree } from "@typescript-eslint/types";
import { entryAt, hasMember, isKnownModule } from "../catalogue/index.ts";
import { moduleIn } from "./aliases.ts";
import { isClass, isFunction, type Node } from "./ast.ts";
import { assignedTo, memberKey } from "./fields.ts";
import { memberOf, resolve } from "./resolving.ts";
import { fileOf, othersOf, perText, type SourceFile, type Variable } from "./source.ts";
import { compiledExport } from "./exports-compiled.ts";
import { isNothing } from "./variables.ts";
import { sameKind, type Path, type Value } from "./value.ts";

/** What a module exports, as it is written. */
interface Exports {
  /** By name: the expression or the name in this file, or what is taken from another one (null: all of it, as an object). */
  named: Map<string, Node | { from: string; name: string | null }>;
  /** The modules of which everything is exported again. */
  stars: string[];
  /** What the module is as a whole: `export =`. What `module.exports` is set to is found among the fields. */
  whole: Node[];
}

/** The module that a specifier names in a file; null for none. Modules of the catalogue are never read. */
export function moduleNamed(specifier: string | null, from: Node): Path | null {
  return specifier === null ? null : moduleFrom(fileOf(from), specifier);
}

function moduleFrom(from: SourceFile, specifier: string): Path {
  const name = moduleIn(from, specifier);
  const file = isKnownModule(name) ? null : othersOf(from).load?.(specifier);
  return { kind: "path", path: name, module: name, ...(file && { file }) };
}

/** What a module or something in it has under a name. */
export function exported(from: Path, name: string): Value {
  const path: Path = { kind: "path", path: `${from.path}.${name}`, module: from.module };
  const found = from.file ? exportOf(from.file, name, path) : null;
  if (found) return found;
  return name === "default" && !entryAt(path.path) ? from : path;
}

/** What `require()` of a module gives: what the module is as a whole. */
export function wholeModule(module: Path): Value {
  return (module.file && wholeOf(module.file, module)) ?? module;
}

/** What is exported beside something that is a module as a whole: `module.exports = app; module.exports.port = 1`. */
export function besideWhole(node: Node, name: string): Value | null {
  const module = memberKey(fileOf(node).ast, "module");
  const isWhole = assignedTo(module, "exports").some((each) => {
    const value = resolve(each);
    return value?.kind === "local" && value.node === node;
  });
  const assigned = isWhole ? assignedTo(memberKey(module, "exports"), name) : [];
  return assigned.length === 1 ? resolve(assigned[0] as Node) : null;
}

/** The exports that are being looked for: modules may export each other. */
const looking = new Set<object>();
/** One export may be another one, which is another one again. */
let depth = 0;
const DEEPEST = 50;

/**
 * What a file exports under a name, by itself or by the modules of which it exports everything again; `path` stands for
 * what is no value. Null where it exports no such thing. Every module on the way is looked at once, however many ways
 * lead there.
 */
function exportOf(file: SourceFile, name: string, path: Path): Value | null {
  if (depth > DEEPEST) return null;
  const looked: object[] = [];
  depth++;
  try {
    const left: (SourceFile | Path)[] = [file];
    for (let at = left.pop(); at; at = left.pop()) {
      if ("kind" in at) {
        if (hasMember(at.path, name)) return exported(at, name);
        continue;
      }
      const key = memberKey(at.ast, `export ${name}`);
      if (looking.has(key)) continue;
      looking.add(key);
      looked.push(key);
      const found = own(at, name, path);
      if (found) return found;
      // The first star comes first, with all that it leads to.
      if (name !== "default") left.push(...behindStars(at).toReversed());
    }
    return null;
  } finally {
    depth--;
    for (const key of looked) looking.delete(key);
  }
}

function own(file: SourceFile, name: string, path: Path): Value | null {
  const found = exportsIn(file).named.get(name);
  if (found) return "from" in found ? again(file, found) : valueOf([found], path);
  const assigned = [file.ast, memberKey(file.ast, "module")].flatMap((each) =>
    assignedTo(memberKey(each, "exports"), name),
  );
  if (assigned.length > 0) return valueOf(withoutPlaceholders(assigned), path);
  const whole = wholeOf(file, path);
  return whole && (name === "default" ? whole : memberOf(whole, name));
}

/** `exports.a = exports.b = void 0` stands in compiled code before what is really exported. */
function withoutPlaceholders(assigned: readonly Node[]): readonly Node[] {
  const real = assigned.filter((each) => {
    let at = each;
    while (at.type === "AssignmentExpression") at = at.right;
    return !isNothing(at);
  });
  return real.length > 0 ? real : assigned;
}

function again(file: SourceFile, { from, name }: { from: string; name: string | null }): Value {
  const module = moduleFrom(file, from);
  return name === null ? module : exported(module, name);
}

/** The modules of which a file exports everything again; a path for one whose code is not read. */
function behindStars(file: SourceFile): (SourceFile | Path)[] {
  return exportsIn(file).stars.map((specifier) => {
    const module = moduleFrom(file, specifier);
    return module.file ?? module;
  });
}

/** What `module.exports = …` or `export = …` makes the whole module. */
function wholeOf(file: SourceFile, path: Path): Value | null {
  const { whole } = exportsIn(file);
  const assigned = assignedTo(memberKey(file.ast, "module"), "exports");
  const all = [...whole, ...assigned];
  return all.length > 0 ? valueOf(all, path) : null;
}

/** The one value of all these expressions. */
function valueOf(nodes: readonly Node[], path: Path): Value | null {
  const [first, ...others] = nodes.map((node): Value => {
    const value = resolve(node) ?? path;
    return value.kind === "path" ? { ...value, node } : value;
  });
  return first && others.every((each) => sameKind(first, each)) ? first : null;
}

const exportsIn = perText((file): Exports => {
  const exports: Exports = { named: new Map(), stars: [], whole: [] };
  for (const statement of file.ast.body) {
    switch (statement.type) {
      case "ExportDefaultDeclaration": {
        const { declaration } = statement;
        const named = (isFunction(declaration) || isClass(declaration)) && declaration.id;
        exports.named.set("default", named || declaration);
        break;
      }
      case "ExportAllDeclaration":
        if (statement.exported)
          exports.named.set(nameIn(statement.exported), { from: statement.source.value, name: null });
        else exports.stars.push(statement.source.value);
        break;
      case "ExportNamedDeclaration":
        for (const each of statement.specifiers)
          exports.named.set(
            nameIn(each.exported),
            statement.source ? { from: statement.source.value, name: nameIn(each.local) } : each.local,
          );
        for (const [name, id] of declared(file, statement.declaration)) exports.named.set(name, id);
        break;
      case "ExpressionStatement": {
        const found = compiledExport(statement.expression);
        if (found?.kind === "all") exports.stars.push(found.from);
        else if (found)
          exports.named.set(found.name, found.kind === "name" ? found.value : { from: found.from, name: found.name });
        break;
      }
      case "TSExportAssignment":
        exports.whole.push(statement.expression);
        break;
    }
  }
  return exports;
});

function nameIn(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

/** The names that a declaration declares, with the identifiers that stand for them. */
function declared(file: SourceFile, declaration: Node | null): (readonly [string, Node])[] {
  if (!declaration) return [];
  const inside = (variable: Variable) =>
    variable.defs.some((each) => each.node === declaration || (each.node as Node).parent === declaration);
  return file.scopeManager.scopes
    .slice(0, 2)
    .flatMap((scope) => scope.variables)
    .filter(inside)
    .map((variable) => [variable.name, variable.identifiers[0] as Node] as const);
}
