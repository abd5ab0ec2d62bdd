import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node } from "../../analysis/ast.ts";
import { evaluate } from "../../analysis/constants.ts";
import { onlyValue, variableOf } from "../../analysis/variables.ts";
// It says how values are found, which `evaluate` asks.
import "../../analysis/values.ts";
import type { Parse } from "../../parse/lazy.ts";
import type { ParsedFile } from "../../parse/parse-file.ts";
import type { Document, Range } from "../documents.ts";
import { isTooDeep } from "../nesting.ts";
import { pathsOf } from "../paths.ts";

/** A value of a configuration, as far as it is constant. */
export interface Tree {
  /** A string, number, boolean or null; undefined for objects, lists and what is not constant. */
  value: unknown;
  range: Range;
  items: readonly Tree[] | null;
  /** The keys that are written. */
  keys: readonly string[] | null;
  get(key: string): Tree | undefined;
  /** False where the value, or which keys it has, is computed. */
  isKnown: boolean;
}

/** Values inside values, and names for names. */
const DEEPEST = 40;
/** A list of a list twice, of another list twice, and so on, has more. */
const MOST_VALUES = 20_000;

/** What a JavaScript configuration exports, read from its text: nothing is run, and what is computed is unknown. */
export function readTree(
  text: string,
  path: string,
  parse: Parse,
): { tree: Tree | null; problem: Document["problem"] } {
  if (isTooDeep(text)) return { tree: null, problem: { place: null, text: "the code is nested too deep to be read." } };
  try {
    const file = parse(text, path);
    return { tree: exported(file, path), problem: null };
  } catch (error) {
    const { message, offset = 0 } = error as Error & { offset?: number };
    const before = text.slice(0, offset).split("\n");
    const [line, column] = [before.length, (before.at(-1) as string).length + 1];
    const why = error instanceof RangeError ? "the code is nested too deep to be followed" : message.replace(/\.$/, "");
    return { tree: null, problem: { place: { line, column }, text: `not valid JavaScript: ${why}.` } };
  }
}

/** `module.exports = x`, `exports.apps = x`, `export default x`, `export const apps = x`. */
function exported(file: ParsedFile, path: string): Tree | null {
  const reader = readerOf(file, path);
  const parts = new Map<string, Tree>();
  let whole: Tree | null = null;
  for (const { left, right } of file.walk?.memberAssignments ?? []) {
    const way = wayOf(left);
    const at = way.join(".").replace(/^module\.exports/, "exports");
    if (at !== "exports" && !/^exports\.\w+$/.test(at)) continue;
    // Written twice, or in a branch: who knows which one counts.
    const isPlain = (right.parent?.parent as Node | undefined)?.parent?.type === "Program";
    const chained =
      unwrap(right).type === "AssignmentExpression" ? (unwrap(right) as TSESTree.AssignmentExpression).right : right;
    const value = isPlain ? reader(chained) : unknown(right.range);
    if (at === "exports") whole = whole ? unknown(right.range) : value;
    else parts.set(at.slice("exports.".length), value);
  }
  for (const statement of file.ast.body) {
    if (statement.type === "ExportDefaultDeclaration") whole = reader(statement.declaration as Node);
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declaration.declarations)
      if (id.type === "Identifier" && init) parts.set(id.name, reader(init));
  }
  if (parts.size === 0) return whole;
  return objectTree(file.ast.range, parts, whole === null || whole.isKnown);
}

/** `a.b.c` as its names; empty for anything else. */
function wayOf(node: Node): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type !== "MemberExpression") return [];
  const name = nameOf(node);
  const before = wayOf(node.object);
  return name === null || before.length === 0 ? [] : [...before, name];
}

function unknown(range: Range): Tree {
  return { value: undefined, range, items: null, keys: null, get: () => undefined, isKnown: false };
}

function scalar(value: unknown, range: Range): Tree {
  return { value, range, items: null, keys: null, get: () => undefined, isKnown: true };
}

function objectTree(range: Range, parts: ReadonlyMap<string, Tree>, isKnown: boolean): Tree {
  return { value: undefined, range, items: null, keys: [...parts.keys()], get: (key) => parts.get(key), isKnown };
}

function readerOf(file: ParsedFile, path: string): (node: Node) => Tree {
  const directory = pathsOf(path).dirname(path);
  let left = MOST_VALUES;
  return (node) => read(node, 0);

  function read(node: Node, depth: number): Tree {
    const at = unwrap(node);
    if (depth > DEEPEST || left-- <= 0) return unknown(at.range);
    switch (at.type) {
      case "ObjectExpression":
        return object(at, depth);
      case "ArrayExpression":
        return list(at, depth);
      case "Identifier": {
        if (at.name === "__dirname") return scalar(directory, at.range);
        if (at.name === "__filename") return scalar(path, at.range);
        const value = isTouched(at) ? null : onlyValue(at);
        return value ? read(value, depth + 1) : constant(at);
      }
      case "MemberExpression": {
        const found = read(at.object, depth + 1).get(nameOf(at) ?? "");
        if (found) return found;
        if (file.text.slice(...at.range) === "import.meta.dirname") return scalar(directory, at.range);
        return constant(at);
      }
      case "TemplateLiteral":
        return joined(
          at.quasis.flatMap((quasi, i) => [quasi.value.cooked ?? "", at.expressions[i] ?? ""]),
          at.range,
          depth,
        );
      case "BinaryExpression":
        return at.operator === "+" ? joined([at.left as Node, at.right], at.range, depth) : constant(at);
      case "CallExpression":
        return call(at, depth);
      case "ConditionalExpression": {
        const test = evaluate(at.test);
        return test ? read(test.value ? at.consequent : at.alternate, depth + 1) : unknown(at.range);
      }
      default:
        return constant(at);
    }
  }

  function constant(node: Node): Tree {
    const known = evaluate(node);
    const value = known?.value;
    return known && (value === null || typeof value !== "object") ? scalar(value, node.range) : unknown(node.range);
  }

  /** Strings put together; a number is one of them only where a string is. */
  function joined(parts: readonly (Node | string)[], range: Range, depth: number): Tree {
    const values = parts.map((part) => (typeof part === "string" ? part : read(part, depth + 1).value));
    if (values.every((value) => typeof value === "number"))
      return scalar(
        values.reduce((a, b) => a + b, 0),
        range,
      );
    return values.every((value) => typeof value === "string" || typeof value === "number")
      ? scalar(values.join(""), range)
      : unknown(range);
  }

  function call(node: TSESTree.CallExpression, depth: number): Tree {
    const way = wayOf(node.callee).join(".");
    if (way === "process.cwd" && node.arguments.length === 0) return scalar(".", node.range);
    const name = node.callee.type === "MemberExpression" ? nameOf(node.callee) : null;
    const isPath = /^(?:path|node_path)\.(?:posix\.)?(?:join|resolve)$/.test(way);
    const values = isPath ? node.arguments.map((argument) => read(argument as Node, depth + 1).value) : [];
    if (!isPath || !values.every((value) => typeof value === "string")) return unknown(node.range);
    const { join, isAbsolute } = pathsOf(path);
    // Without an absolute part `resolve` counts from the working directory, as a relative path does.
    const first = name === "resolve" ? values.findLastIndex((value) => isAbsolute(value)) : 0;
    return scalar(join(...values.slice(Math.max(0, first))), node.range);
  }

  function list(node: TSESTree.ArrayExpression, depth: number): Tree {
    const items = node.elements.flatMap((element): Tree[] => {
      if (element === null) return [];
      if (element.type !== "SpreadElement") return [read(element, depth + 1)];
      const spread = read(element.argument, depth + 1);
      return spread.items ? [...spread.items] : [unknown(element.range)];
    });
    return { ...unknown(node.range), items, isKnown: true };
  }

  function object(node: TSESTree.ObjectExpression, depth: number): Tree {
    const parts = new Map<string, Tree>();
    let isKnown = true;
    const lose = (range: Range) => {
      isKnown = false;
      // What stands before may be written over.
      for (const key of parts.keys()) parts.set(key, unknown(range));
    };
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        const spread = read(property.argument, depth + 1);
        if (!spread.isKnown) lose(property.range);
        for (const key of spread.keys ?? []) parts.set(key, spread.get(key) as Tree);
        continue;
      }
      const computed = property.computed ? read(property.key, depth + 1).value : nameOf(property);
      if (typeof computed === "string") parts.set(computed, read(property.value as Node, depth + 1));
      else lose(property.range);
    }
    return objectTree(node.range, parts, isKnown);
  }

  /** Whether something else is done with a name than reading it: `config.apps.push(x)`, `config.a = 1`, `change(config)`. */
  function isTouched(node: TSESTree.Identifier): boolean {
    const variable = variableOf(node);
    return (
      variable?.references.some((reference) => {
        if (!reference.isRead()) return false;
        let at = reference.identifier as Node;
        while (at.parent?.type === "MemberExpression" && at.parent.object === at) at = at.parent;
        const { parent } = at;
        if (parent?.type === "AssignmentExpression") return parent.left === at;
        return (
          parent?.type === "CallExpression" &&
          (parent.callee === at ? at.type === "MemberExpression" : !isReader(parent))
        );
      }) ?? false
    );
  }
}

/** Calls that leave their arguments alone. */
function isReader({ callee }: TSESTree.CallExpression): boolean {
  return /^(?:path|console|JSON|Number|String)\b/.test(wayOf(callee).join("."));
}
