import type { TSESTree } from "@typescript-eslint/types";
import { setArgumentOption } from "./arguments.ts";
import { setLiteralOption, type EditOptions } from "./literals.ts";
import { argumentsOf, insert, quotedAs } from "./layout.ts";
import { propertyText, removeElement } from "./objects.ts";
import { placesOf } from "./places.ts";
import { before, move, removeStatement } from "./statements.ts";
import type { Edit } from "../rule.ts";
import { nameOf, type Call, type Node } from "../analysis/ast.ts";
import type { OptionName } from "../catalogue/types.ts";
import type { Option } from "../analysis/options.ts";
import type { Site } from "../sockets/sites.ts";
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
  if (site.raw || (site.settings && fileOf(site.settings.object) !== file)) return null;
  const spelled = site.operation.spelled?.[name as OptionName] ?? name;
  const text = quotedAs(file.text, value);
  if (site.settings) return setLiteralOption(file, site, site.settings, name, spelled, text, options);
  return site.settingsUnknown ? null : setArgumentOption(file, site, spelled, text, options);
}

/**
 * Takes an option away: its property, or the statement that assigns it. Null where it is not written in exactly one place.
 */
export function removeOption(file: SourceFile, site: Site, name: OptionName | (string & {})): Edit[] | null {
  const { at } = site.option(name);
  if (!at || !site.settings) return null;
  const spelled = site.operation.spelled?.[name as OptionName] ?? name;
  const places = placesOf(
    file,
    site.settings,
    spelled.split(".").at(-1)!,
    site.operation.within !== undefined || spelled.includes("."),
  );
  if (places && (places.length !== 1 || places[0] !== at)) return null;
  return removeAt(file, at);
}

/** Takes away a property of an object literal, or the statement `object.name = value` given by its left side. */
export function removeAt(file: SourceFile, at: Node): Edit[] | null {
  if (at.type === "Property") return removeElement(file, at);
  const assignment = at.parent as Node | undefined;
  return assignment?.type === "AssignmentExpression" && assignment.left === at
    ? removeStatement(file, assignment)
    : null;
}

/** Gives an option that is there another value; a shorthand property gets its key back. */
export function setValue(option: Option, text: string): Edit[] | null {
  const { node, at } = option;
  if (!node || node === at || (at && fileOf(node) !== fileOf(at))) return null;
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

export function replaceNode(node: Node, text: string): Edit[] {
  return [{ range: [node.range[0], node.range[1]], text }];
}

/** Inserts an argument at a position, at most behind the last one; null with spread arguments before it. */
export function insertArgument(file: SourceFile, call: Call, index: number, text: string): Edit[] | null {
  const list = argumentsOf(file.text, call as TSESTree.CallExpression);
  if (!list || index > list.list.length || list.list.slice(0, index).some((each) => each.node.type === "SpreadElement"))
    return null;
  const added = quotedAs(file.text, text);
  const next = list.list[index];
  if (next) return [insert(next.core[0], `${added}, `)];
  const last = list.list.at(-1);
  return [insert(last ? last.core[1] : list.inner[0], last ? `, ${added}` : added)];
}
