import type { TSESTree } from "@typescript-eslint/types";
import { setArgumentOption } from "./arguments.ts";
import { setLiteralOption, type EditOptions } from "./literals.ts";
import { argumentsOf, insert, joined } from "./layout.ts";
import { appendProperty, propertyText, removeElement, removeRun } from "./objects.ts";
import { placesOf } from "./places.ts";
import { quoted } from "./quotes.ts";
import { before, move, removeStatement } from "./statements.ts";
import type { Edit } from "../rule.ts";
import { nameOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import type { OptionName } from "../catalogue/types.ts";
import type { Option } from "../analysis/options.ts";
import type { CallSite, Site } from "../sockets/site.ts";
import { fileOf, type SourceFile } from "../analysis/source.ts";

export type { EditOptions };

/**
 * States an option in the options of a call. A value that stands there is replaced; a positional call becomes the form with options,
 * its host, backlog and callback kept. `name` is Node's name, `value` is source text.
 * Null where the options come from elsewhere or are used elsewhere too, or where an argument may be several things.
 */
export function setOption(
  file: SourceFile,
  site: Site,
  name: OptionName | (string & {}),
  value: string,
  options: EditOptions = {},
): Edit[] | null {
  if (site.kind === "raw" || (site.options && fileOf(site.options.object) !== file)) return null;
  const spelled = site.operation.spelled?.[name as OptionName] ?? name;
  const text = quoted(file, site.call.range[0], value);
  if (site.options) return setLiteralOption(file, site, site.options, name, spelled, text, options);
  return site.optionsUnknown ? null : setArgumentOption(file, site, spelled, text, options);
}

/**
 * Takes an option away: its property, or the statement that assigns it. Null where it is not written in exactly one place.
 */
export function removeOption(file: SourceFile, site: Site, name: OptionName | (string & {})): Edit[] | null {
  if (site.kind === "raw") return null;
  const { at } = site.option(name);
  if (!at || !site.options) return null;
  const spelled = site.operation.spelled?.[name as OptionName] ?? name;
  const places = placesOf(
    file,
    site.options,
    spelled.split(".").at(-1)!,
    site.operation.within !== undefined || spelled.includes("."),
  );
  if (places && (places.length !== 1 || places[0] !== at)) return null;
  return removeAt(file, at);
}

/** Takes several options away together; null where one of them cannot be, or where they stand in each other's way. */
export function removeOptions(
  file: SourceFile,
  site: CallSite,
  names: readonly (OptionName | (string & {}))[],
): Edit[] | null {
  const single = names.map((name) => removeOption(file, site, name));
  if (single.some((each) => each === null)) return null;
  const places = names.map((name) => site.option(name).at!).sort((a, b) => a.range[0] - b.range[0]);
  const elements = places.filter((each): each is TSESTree.Property => each.type === "Property");
  const object = elements[0]?.parent as TSESTree.ObjectExpression | undefined;
  const start = object?.properties.indexOf(elements[0]!) ?? 0;
  const neighbours =
    elements.length === places.length && elements.every((each, i) => object?.properties[start + i] === each);
  return neighbours ? removeRun(file, elements) : joined(single.flatMap((each) => each!));
}

/** Gives an option another name and keeps its value; null where the name stands there, or the option in more than one place. */
export function renameOption(file: SourceFile, site: CallSite, from: OptionName, to: OptionName): Edit[] | null {
  const { at, node } = site.option(from);
  if (!at || !node || at === node || site.option(to).state !== "absent" || !removeOption(file, site, from)) return null;
  const name = site.operation.spelled?.[to] ?? to;
  if (at.type === "Property") {
    if (at.method || at.computed) return null;
    return at.shorthand
      ? replaceNode(at, propertyText(name, file.text.slice(...node.range)))
      : replaceNode(at.key, name);
  }
  return at.type === "MemberExpression" && !at.computed ? replaceNode(at.property, name) : null;
}

/**
 * Moves an option out of an object inside the options to the options themselves, under another name.
 * Null where it is not written in one place, or the name stands there.
 */
export function liftOption(file: SourceFile, site: CallSite, from: string, to: OptionName): Edit[] | null {
  const { at, node } = site.option(from);
  if (at?.type !== "Property" || !node || !site.options || site.option(to).state !== "absent") return null;
  const outer = site.options.object;
  const inner = at.parent as Node;
  const holder = inner.parent as Node;
  if (inner.type !== "ObjectExpression" || holder.type !== "Property" || holder.parent !== outer) return null;
  const value = file.text.slice(node.range[0], node.range[1]);
  const name = site.operation.spelled?.[to] ?? to;
  if (inner.properties.length === 1) return replaceNode(holder, propertyText(name, value));
  const removed = removeOption(file, site, from) ?? removeAt(file, at);
  const added = appendProperty(file, outer, name, value);
  return removed && added && joined([...removed, ...added]);
}

/** Takes away a property of an object literal, or the statement `object.name = value` given by its left side. */
function removeAt(file: SourceFile, at: Node): Edit[] | null {
  if (at.type === "Property") return removeElement(file, at);
  const assignment = at.parent as Node | undefined;
  return assignment?.type === "AssignmentExpression" && assignment.left === at
    ? removeStatement(file, assignment)
    : null;
}

/** Gives an option that is there another value; a shorthand property gets its key back. */
export function setValue(option: Option, value: string): Edit[] | null {
  const { node, at } = option;
  if (!node || node === at || (at && fileOf(node) !== fileOf(at))) return null;
  const text = quoted(fileOf(node), node.range[0], value);
  if (at?.type === "Property") {
    if (at.method || at.kind !== "init") return null;
    const name = nameOf(at);
    if (at.shorthand) return name === null ? null : replaceNode(at, propertyText(name, text));
  }
  return replaceNode(node, text);
}

/** Puts a statement on a line before the statement that holds a node; null where a function or a branch without a block lies between. */
export function insertBefore(file: SourceFile, node: Node, statement: string): Edit[] | null {
  return before(file, node, statement);
}

/**
 * Moves the expression statement that holds one node before the statement that holds the other, in the same block.
 * Null where it reads what is declared, written or filled in between.
 */
export function moveStatementBefore(file: SourceFile, statementHolding: Node, target: Node): Edit[] | null {
  return move(file, statementHolding, target);
}

/** Takes an option out of an argument that nobody reads; the whole argument where it holds nothing else. */
export function removeStray(file: SourceFile, call: Call, at: Node): Edit[] | null {
  const list = argumentsOf(file.text, call as TSESTree.CallExpression)?.list ?? [];
  const i = list.findIndex(({ node }) => unwrap(node) === at.parent);
  const object = at.parent as Node | undefined;
  if (i < 1 || object?.type !== "ObjectExpression" || object.properties.length !== 1) return removeAt(file, at);
  return [{ range: [list[i - 1]!.core[1], list[i]!.core[1]], text: "" }];
}

export function replaceNode(node: Node, text: string): Edit[] {
  return [{ range: [node.range[0], node.range[1]], text }];
}

/** Inserts an argument at a position, at most behind the last one; null with spread arguments before it. */
export function insertArgument(file: SourceFile, call: Call, index: number, text: string): Edit[] | null {
  const list = argumentsOf(file.text, call as TSESTree.CallExpression);
  if (!list || index > list.list.length || list.list.slice(0, index).some((each) => each.node.type === "SpreadElement"))
    return null;
  const added = quoted(file, call.range[0], text);
  const next = list.list[index];
  if (next) return [insert(next.core[0], `${added}, `)];
  const last = list.list.at(-1);
  return [insert(last ? last.core[1] : list.inner[0], last ? `, ${added}` : added)];
}
