import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node } from "../analysis/ast.ts";
import type { Edit } from "../rule.ts";
import { isSet, type Option } from "../analysis/options.ts";
import type { CallSite } from "../sockets/site.ts";
import { fileOf, type SourceFile } from "../analysis/source.ts";
import { variableOf } from "../analysis/variables.ts";
import { insert, joined } from "./layout.ts";
import { appendProperty, emptiedSpread, propertyNamed, propertyText } from "./objects.ts";
import { placesOf } from "./places.ts";
import { tokens } from "./tokens.ts";
import { refusalOf, withTypings, type Refusal } from "./typings.ts";
import type { OptionsObject } from "../analysis/options-objects.ts";

export interface EditOptions {
  /** The file is TypeScript: an object that the package's typings refuse gets a type of its own, or a cast. */
  typescript?: boolean;
}

/** States an option in the object literal that a call is given. */
export function setLiteralOption(
  file: SourceFile,
  site: CallSite,
  options: OptionsObject,
  name: string,
  spelled: string,
  value: string,
  how: EditOptions,
): Edit[] | null {
  const path = [...(site.operation.within ?? []), spelled];
  const option = site.option(name);
  if (isSet(option)) return replace(options, file, option, path, value);
  let object = options.object;
  for (const step of path.slice(0, -1)) {
    const inner = propertyNamed(object, step);
    const literal = inner && unwrap(inner.value);
    if (literal?.type !== "ObjectExpression") return null;
    object = literal;
  }
  const empty = propertyNamed(object, spelled);
  if (empty) return replaceProperty(file, object, empty, value);
  if (placesOf(file, options, spelled, false)?.length !== 0) return null;
  const holder = unwrap(options.argument) === options.object || isInline(options) ? null : ownHolder(options);
  if (holder === undefined) return null;
  const refusal = how.typescript && name === "reusePort" ? refusalOf(file, site, false) : "none";
  const spread = refusal === "spread" && !holder && unwrap(options.argument) === object;
  const added = appendProperty(file, object, spelled, value, { spread });
  if (!added || !how.typescript) return added;
  return compiling(file, site, options, object, refusal, holder, added);
}

function replace(
  options: OptionsObject,
  file: SourceFile,
  option: Option,
  path: readonly string[],
  value: string,
): Edit[] | null {
  const { at, node } = option;
  if (!at || !node || at === node) return null;
  const places = placesOf(file, options, path.at(-1)!, path.length > 1);
  if (places && (places.length !== 1 || places[0] !== at)) return null;
  if (at.type === "Property") {
    const object = at.parent as Node;
    if (object.type !== "ObjectExpression") return null;
    const edits = replaceProperty(file, object, at, value);
    // What is stated holds under no condition: `...(x && { name: value })` gives way to the property.
    const spread = edits && object.properties.length === 1 ? emptiedSpread(object) : null;
    return spread ? replaceElement(spread, path.at(-1)!, value) : edits;
  }
  return fileOf(node) === file ? [{ range: [node.range[0], node.range[1]], text: value }] : null;
}

/** Null where something behind the element may have the last word. */
function replaceElement(element: TSESTree.SpreadElement, name: string, value: string): Edit[] | null {
  const object = element.parent as Node;
  if (object.type !== "ObjectExpression") return null;
  const behind = object.properties.slice(object.properties.indexOf(element) + 1);
  if (behind.some((each) => mayHold(each, name))) return null;
  return [{ range: element.range, text: propertyText(name, value) }];
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
function isInline(options: OptionsObject): boolean {
  for (let at: Node = options.object; at.parent; at = at.parent as Node) {
    if (at === options.argument) return true;
    const parent = at.parent as Node;
    if (parent.type !== "ConditionalExpression" && unwrap(parent) !== unwrap(at)) return false;
  }
  return false;
}

/** The declaration of the variable that holds the literal for this call alone; undefined where others use it too. */
function ownHolder(options: OptionsObject): TSESTree.VariableDeclarator | undefined {
  const argument = unwrap(options.argument);
  const variable = argument.type === "Identifier" ? variableOf(argument) : undefined;
  const declarator = variable?.defs.length === 1 ? (variable.defs[0]!.node as Node) : undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init)
    return undefined;
  if (
    unwrap(declarator.init) !== options.object ||
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

/** The edits with what the literal needs to compile with one more property; null where nobody can say. */
function compiling(
  file: SourceFile,
  site: CallSite,
  options: OptionsObject,
  object: TSESTree.ObjectExpression,
  refusal: Refusal,
  holder: TSESTree.VariableDeclarator | null,
  added: readonly Edit[],
): Edit[] | null {
  const wrapper = object.parent as Node;
  const refused = refusal !== "none";
  const satisfies = wrapper.type === "TSSatisfiesExpression";
  const asserted =
    (wrapper.type === "TSAsExpression" || wrapper.type === "TSTypeAssertion") &&
    textOf(file, wrapper.typeAnnotation) !== "const";
  if (asserted) return joined(added);
  const annotation = satisfies
    ? wrapper.typeAnnotation
    : (holder?.id as TSESTree.Identifier | undefined)?.typeAnnotation?.typeAnnotation;
  if (annotation) {
    if (satisfies) return null;
    if (refusal === "cast") return withTypings(file, site.call, object.range, added, refusal);
    if (typeof refusal === "object")
      return annotation.type === "TSTypeReference"
        ? joined([...added, insert(annotation.range[1], " & { reusePort: boolean }")])
        : null;
    const type = textOf(file, annotation).split(".").at(-1)!;
    return DECLARES.test(type) ? joined(added) : null;
  }
  if (wrapper.type === "TSAsExpression") return refused && !holder ? null : joined(added);
  // Only a literal in the call itself is checked for properties that its type does not have.
  return refused && !holder && object === options.object
    ? withTypings(file, site.call, object.range, added, refusal)
    : joined(added);
}

function textOf(file: SourceFile, node: Node): string {
  return file.text.slice(node.range[0], node.range[1]);
}
