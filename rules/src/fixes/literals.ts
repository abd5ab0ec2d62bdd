import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import type { Edit } from "../rule.ts";
import type { Option, Settings } from "../analysis/options.ts";
import type { Site } from "../sockets/sites.ts";
import { fileOf, type SourceFile } from "../analysis/source.ts";
import { variableOf } from "../analysis/variables.ts";
import { insert, joined, tokens } from "./layout.ts";
import { appendProperty, propertyNamed, propertyText } from "./objects.ts";
import { placesOf } from "./places.ts";

export interface EditOptions {
  /** The file is TypeScript: an object that the package's typings refuse gets a cast. */
  typescript?: boolean;
}

/** Lets an object stand where the typings of a package refuse it, in every overload. */
export const CAST = " as never";

/** States an option in the object literal that a call is given. */
export function setLiteralOption(
  file: SourceFile,
  site: Site,
  settings: Settings,
  name: string,
  spelled: string,
  value: string,
  options: EditOptions,
): Edit[] | null {
  const path = [...(site.operation.within ?? []), spelled];
  const option = site.option(name);
  if (option.state === "set") return replace(settings, file, option, path, value);
  let object = settings.object;
  for (const step of path.slice(0, -1)) {
    const inner = propertyNamed(object, step);
    const literal = inner && unwrap(inner.value);
    if (literal?.type !== "ObjectExpression") return null;
    object = literal;
  }
  const empty = propertyNamed(object, spelled);
  if (empty) return replaceProperty(file, object, empty, value);
  if (placesOf(file, settings, spelled, false)?.length !== 0) return null;
  const holder = unwrap(settings.argument) === settings.object || isInline(settings) ? null : ownHolder(settings);
  if (holder === undefined) return null;
  const cast = options.typescript ? castFor(file, site, settings, object, name, holder) : "";
  if (cast === null) return null;
  const added = appendProperty(file, object, spelled, value);
  return added && joined([...added, ...(cast ? [insert(object.range[1], cast)] : [])]);
}

function replace(
  settings: Settings,
  file: SourceFile,
  option: Option,
  path: readonly string[],
  value: string,
): Edit[] | null {
  const { at, node } = option;
  if (!at || !node || at === node) return null;
  const places = placesOf(file, settings, path.at(-1)!, path.length > 1);
  if (places && (places.length !== 1 || places[0] !== at)) return null;
  if (at.type === "Property") {
    const object = at.parent as Node;
    return object.type === "ObjectExpression" ? replaceProperty(file, object, at, value) : null;
  }
  return fileOf(node) === file ? [{ range: [node.range[0], node.range[1]], text: value }] : null;
}

/** A spread behind the property may have the last word. */
function replaceProperty(
  file: SourceFile,
  object: TSESTree.ObjectExpression,
  property: TSESTree.Property,
  value: string,
): Edit[] | null {
  const name = nameOf(property);
  const behind = object.properties.slice(object.properties.indexOf(property) + 1);
  if (name === null || property.method || property.kind !== "init" || behind.some((each) => mayHold(each, name)))
    return null;
  if (property.shorthand) return [{ range: [property.range[0], property.range[1]], text: propertyText(name, value) }];
  const opened = tokens(file.text, property.key.range[1], property.value.range[0]).find((each) => each.text === "(");
  return [{ range: [opened?.range[0] ?? property.value.range[0], property.range[1]], text: value }];
}

/** An element of an object literal that may give this option. */
function mayHold(element: TSESTree.ObjectLiteralElement, name: string): boolean {
  if (element.type === "Property") return (nameOf(element) ?? name) === name;
  const holds = (node: Node): boolean => {
    const at = unwrap(node);
    if (at.type === "ObjectExpression") return at.properties.some((each) => mayHold(each, name));
    if (at.type === "ConditionalExpression") return holds(at.consequent) || holds(at.alternate);
    return at.type !== "LogicalExpression" || at.operator !== "&&" || holds(at.right);
  };
  return holds(element.argument);
}

/** The literal stands in the call itself, as a whole or as a branch of a condition. */
function isInline(settings: Settings): boolean {
  for (let at: Node = settings.object; at.parent; at = at.parent as Node) {
    if (at === settings.argument) return true;
    const parent = at.parent as Node;
    if (parent.type !== "ConditionalExpression" && unwrap(parent) !== unwrap(at)) return false;
  }
  return false;
}

/** The declaration of the variable that holds the literal for this call alone; undefined where others use it too. */
function ownHolder(settings: Settings): TSESTree.VariableDeclarator | undefined {
  const argument = unwrap(settings.argument);
  const variable = argument.type === "Identifier" ? variableOf(argument) : undefined;
  const declarator = variable?.defs.length === 1 ? (variable.defs[0]!.node as Node) : undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init)
    return undefined;
  if (
    unwrap(declarator.init) !== settings.object ||
    (declarator.parent.parent as Node).type === "ExportNamedDeclaration"
  )
    return undefined;
  const foreign = variable.references.filter((each) => {
    const node = each.identifier as Node;
    if (node === argument || each.init) return false;
    const parent = node.parent as Node;
    return !(parent.type === "MemberExpression" && parent.object === node && nameOf(parent) !== null);
  });
  return foreign.length === 0 ? declarator : undefined;
}

/** Interfaces of @types/node that have the option since it exists. */
const DECLARES = /^(?:ListenOptions|SocketOptions|BoundSocketOptions)$/;

/** What the literal needs behind it to compile with one more property: nothing, a cast, or null where nobody can say. */
function castFor(
  file: SourceFile,
  site: Site,
  settings: Settings,
  object: TSESTree.ObjectExpression,
  name: string,
  holder: TSESTree.VariableDeclarator | null,
): string | null {
  const wrapper = object.parent as Node;
  const refused =
    (site.operation.typingsRefuse === true && name === "reusePort") ||
    (site.certainty === "shaped" && isAwaited(site.call));
  const satisfies = wrapper.type === "TSSatisfiesExpression";
  const asserted =
    (wrapper.type === "TSAsExpression" || wrapper.type === "TSTypeAssertion") &&
    !/^const$/.test(textOf(file, wrapper.typeAnnotation));
  if (asserted) return "";
  const annotation = satisfies
    ? wrapper.typeAnnotation
    : (holder?.id as TSESTree.Identifier | undefined)?.typeAnnotation?.typeAnnotation;
  if (annotation) {
    if (refused || satisfies) return refused && !satisfies ? CAST : null;
    const type = textOf(file, annotation).split(".").at(-1)!;
    return DECLARES.test(type) ? "" : null;
  }
  if (wrapper.type === "TSAsExpression") return refused && !holder ? null : "";
  // Only a literal in the call itself is checked for properties that its type does not have.
  return refused && !holder && object === settings.object ? CAST : "";
}

function textOf(file: SourceFile, node: Node): string {
  return file.text.slice(node.range[0], node.range[1]);
}

export function isAwaited(call: Node): boolean {
  const parent = call.parent as Node | undefined;
  if (parent?.type === "AwaitExpression") return true;
  return parent?.type === "MemberExpression" && /^(?:then|catch|finally)$/.test(nameOf(parent) ?? "");
}
