import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Node } from "./ast.ts";
import { conditionsOf, type Condition } from "./conditions.ts";
import { evaluate } from "./constants.ts";
import { assignmentsTo } from "./option-assignments.ts";
import { optionsObjectsOf, type OptionsObject } from "./options-objects.ts";
import { findOnce, type Found } from "./resolving.ts";
import { fileOf, perFile, type SourceFile } from "./source.ts";
import { isNothing, variableOf } from "./variables.ts";

/** An option that is written, whatever its value. */
interface Written {
  /** What to report: the property, or the left side of the assignment. Missing where the argument itself is the option. */
  at?: Node;
  /** What has to be true for the option to be there (spread conditions, tests around the assignment). */
  conditions?: readonly Condition[];
}

/** It is given, with a value that nobody can know here. */
export interface OpenOption extends Written {
  state: "open";
  node: Node;
  value?: undefined;
}

/** It is given with a constant value. */
export interface KnownOption extends Written {
  state: "known";
  /** The expression that gives the value; missing where it is the API's default. */
  node?: Node;
  value: unknown;
}

interface NotWritten {
  /** `unknown`: it may stand in a spread or an object from elsewhere. */
  state: "absent" | "unknown";
  /** It is written all the same, as `null` or `undefined`. */
  isNothing?: true;
  node?: undefined;
  at?: undefined;
  value?: undefined;
  conditions?: undefined;
}

/** What a call says about one option. `null` and `undefined` as values count as absent. */
export type Option = NotWritten | OpenOption | KnownOption;

/** Whether the option is there for sure. */
export function isSet(option: Option): option is OpenOption | KnownOption {
  return option.state === "open" || option.state === "known";
}

/** It is there for sure and asks for something: its value is neither `false` nor another constant that counts as that. */
export function asksForIt(option: Option): option is OpenOption | KnownOption {
  return option.state === "open" || (option.state === "known" && Boolean(option.value));
}

export const ABSENT: Option = { state: "absent" };
const NOTHING: Option = { state: "absent", isNothing: true };
export const UNKNOWN: Option = { state: "unknown" };

/** Looks an option up in an options object; later assignments to it count. `path` descends: `["server", "port"]`. */
export function optionIn(file: SourceFile, options: OptionsObject, path: readonly string[], before: Node): Option {
  const [name, ...rest] = path as [string, ...string[]];
  if (fileOf(options.object) !== file) return fromElsewhere(file, options, path, before);
  let option = inLiteral(options.object, name);
  for (const holder of options.holders) option = withAssignments(file, option, holder, name, before);
  if (rest.length === 0) return option;
  if (!isSet(option) || !option.node) return option.state === "absent" ? ABSENT : UNKNOWN;
  const inner = optionsObjectsOf(option.node);
  if (inner?.length !== 1) return UNKNOWN;
  const found = optionIn(
    file,
    { ...inner[0]!, holders: inner[0]!.holders.length > 0 ? inner[0]!.holders : [inner[0]!.object] },
    rest,
    before,
  );
  return isSet(found) && option.conditions
    ? { ...found, conditions: [...(found.conditions ?? []), ...option.conditions] }
    : found;
}

/** What is assigned to an option of an object that nobody can see here, such as a parameter. */
export function optionAssigned(argument: Node, name: string, before: Node): Option {
  const variable = variableOf(unwrap(argument));
  return variable ? withAssignments(fileOf(argument), UNKNOWN, variable, name, before) : UNKNOWN;
}

/** An option of an object that stands in another file: what is assigned in either counts; the argument is what to report. */
function fromElsewhere(file: SourceFile, options: OptionsObject, path: readonly string[], before: Node): Option {
  const home = fileOf(options.object);
  let option = optionIn(home, options, path, home.ast);
  if (path.length === 1)
    for (const holder of options.holders) option = withAssignments(file, option, holder, path[0] as string, before);
  return at(option, file, options.argument);
}

/** The option with a place in the file at hand. */
function at(option: Option, file: SourceFile, place: Node): Option {
  return option.at && fileOf(option.at) !== file ? { ...option, at: place } : option;
}

function inLiteral(object: TSESTree.ObjectExpression, name: string): Option {
  let hidden = false;
  for (const each of object.properties.toReversed()) {
    if (each.type === "SpreadElement") {
      const option = inSpread(each.argument, name);
      if (option.state === "unknown") hidden = true;
      if (!isSet(option)) continue;
      return hidden ? opened(option) : option;
    }
    const key = nameOf(each) ?? computedName(each);
    if (key === null) hidden = true;
    if (key !== name) continue;
    const option = setTo(each.value, each);
    return hidden ? opened(option) : option;
  }
  return hidden ? UNKNOWN : ABSENT;
}

function computedName(property: TSESTree.Property): string | null {
  const known = property.computed ? evaluate(property.key) : null;
  return known ? String(known.value) : null;
}

/** The option when something later on may override the value, though not take the option away. */
function opened(option: Option): Option {
  if (option.state !== "known" || !option.node) return option;
  const { state: _, value: __, node, ...rest } = option;
  return { ...rest, state: "open", node };
}

function setTo(node: Node, at: Node, conditions: readonly Condition[] = []): Option {
  if (isNothing(node)) return NOTHING;
  const known = evaluate(node);
  if (known && (known.value === undefined || known.value === null)) return NOTHING;
  const written = { node, at, ...(conditions.length > 0 && { conditions }) };
  return known ? { ...written, state: "known", value: known.value } : { ...written, state: "open" };
}

/** By the name of the option, what was found of it in what is spread. */
const inSpreads = perFile(() => new Map<string, Found<Option>>());

/** An object may be spread into another one in many places, and two of them into each other. */
function inSpread(node: Node, name: string): Option {
  const names = inSpreads(fileOf(node));
  let found = names.get(name);
  if (!found) names.set(name, (found = new Map()));
  return findOnce(found, node, () => lookInSpread(node, name)) ?? UNKNOWN;
}

function lookInSpread(node: Node, name: string): Option {
  const spread = unwrap(node);
  if (isNothing(spread) || (spread.type === "Literal" && typeof spread.value === "boolean")) return ABSENT;
  const under = (child: Node, test: Node, when: boolean): Option => {
    const option = inSpread(child, name);
    return isSet(option) ? { ...option, conditions: [{ test, when }, ...(option.conditions ?? [])] } : option;
  };
  if (spread.type === "ConditionalExpression")
    return either(under(spread.consequent, spread.test, true), under(spread.alternate, spread.test, false));
  if (spread.type === "LogicalExpression" && spread.operator === "&&") return under(spread.right, spread.left, true);
  const all = optionsObjectsOf(spread);
  if (!all) return UNKNOWN;
  const file = fileOf(node);
  const inOne = (options: OptionsObject): Option => {
    if (fileOf(options.object) !== file) return fromElsewhere(file, options, [name], node);
    return options.holders.reduce<Option>(
      (option, holder) => withAssignments(file, option, holder, name, node),
      inLiteral(options.object, name),
    );
  };
  return at(all.map(inOne).reduce(either), file, node);
}

/** What two alternatives say together. */
function either(a: Option, b: Option): Option {
  if (isSet(a)) return isSet(b) && !Object.is(a.value, b.value) ? opened(a) : a;
  if (isSet(b)) return b;
  return a.state === "unknown" ? a : b;
}

/** `options.name = value` and `Object.assign(options, …)` after the literal. */
function withAssignments(file: SourceFile, option: Option, holder: object, name: string, before: Node): Option {
  let result = option;
  for (const { at, value, spread } of assignmentsTo(file, holder, name, before)) {
    if (spread) {
      const found = inSpread(spread, name);
      if (isSet(found)) result = found;
      else if (found.state === "unknown") result = isSet(result) ? opened(result) : UNKNOWN;
      continue;
    }
    if (!at || !value) continue;
    const conditions = conditionsOf(at).filter((each) => !each.exit);
    const found = setTo(value, at, conditions);
    if (isSet(found) || conditions.length === 0) result = found;
  }
  return result;
}
