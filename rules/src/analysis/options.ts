import type { TSESTree } from "@typescript-eslint/types";
import { givenTo } from "./arguments.ts";
import { nameOf, unwrap, type Node } from "./ast.ts";
import { conditionsOf, type Condition } from "./conditions.ts";
import { evaluate } from "./constants.ts";
import { functionOf } from "./calls.ts";
import { resolve } from "./resolving.ts";
import { assignmentsTo } from "./option-assignments.ts";
import { fileOf, indexOf, type SourceFile, type Variable } from "./source.ts";
import { isNothing, variableOf, writesOf } from "./variables.ts";

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

/** The options object of a call, one of the shapes that it may have. */
export interface Settings {
  object: TSESTree.ObjectExpression;
  /** The variables, fields or `Object.assign` calls that hold the object: where later assignments are looked up. */
  holders: readonly object[];
  /** What has to be true for it to be this object. */
  conditions?: readonly Condition[];
  /** The argument as written in the call. */
  argument: Node;
}

export const ABSENT: Option = { state: "absent" };
export const UNKNOWN: Option = { state: "unknown" };

/** The object literals that an argument may be; null when one of its values comes from elsewhere. */
export function settingsOf(argument: Node, depth = 0): Settings[] | null {
  const at = unwrap(argument);
  if (depth > 6) return null;
  switch (at.type) {
    case "ObjectExpression":
      return [{ object: at, holders: [], argument }];
    case "Identifier": {
      const variable = variableOf(at);
      if (!variable || variable.defs.length !== 1) return null;
      const writes = variable.defs[0]?.type === ("Parameter" as never) ? givenTo(variable) : writesOf(variable);
      if (!writes) return null;
      if (writes.length === 0) return literalValue(at, argument, variable);
      const all: Settings[] = [];
      for (const write of writes) {
        if (write.path.length > 0) return literalValue(at, argument, variable);
        if (isNothing(write.node)) continue;
        const each = settingsOf(write.node, depth + 1);
        if (!each) return null;
        all.push(...each.map((settings) => ({ ...settings, holders: [...settings.holders, variable], argument })));
      }
      return all.length > 0 ? all : null;
    }
    case "ConditionalExpression": {
      const yes = isNothing(at.consequent) ? [] : settingsOf(at.consequent, depth + 1);
      const no = isNothing(at.alternate) ? [] : settingsOf(at.alternate, depth + 1);
      if (!yes || !no || yes.length + no.length === 0) return null;
      const under = (all: Settings[], when: boolean) =>
        all.map((each) => ({ ...each, argument, conditions: [...(each.conditions ?? []), { test: at.test, when }] }));
      return [...under(yes, true), ...under(no, false)];
    }
    case "MemberExpression":
      return literalValue(at, argument);
    case "CallExpression": {
      const callee = unwrap(at.callee);
      const name =
        callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Object"
          ? nameOf(callee)
          : null;
      const first = at.arguments[0];
      if ((name === "freeze" || name === "seal") && first)
        return settingsOf(first as Node, depth + 1)?.map((each) => ({ ...each, argument })) ?? null;
      if (name === "assign" && first && unwrap(first as Node).type === "ObjectExpression")
        return [{ object: unwrap(first as Node) as TSESTree.ObjectExpression, holders: [at], argument }];
      const fn = functionOf(callee);
      const returns = fn ? indexOf(fileOf(fn)).returns.get(fn) : undefined;
      if (!returns || returns.length === 0) return null;
      const all: Settings[] = [];
      for (const each of returns) {
        const found = settingsOf(each, depth + 1);
        if (!found) return null;
        all.push(...found.map((settings) => ({ ...settings, argument })));
      }
      return all;
    }
    default:
      return null;
  }
}

/** The one object literal that an expression is, in whatever file; `name`: the variable that holds it here. */
function literalValue(node: Node, argument: Node, name?: Variable): Settings[] | null {
  const value = resolve(node);
  if (value?.kind !== "local" || value.node.type !== "ObjectExpression") return null;
  const { parent } = value.node;
  const made =
    parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? variableOf(parent.id) : undefined;
  const holders = [value.node, made, name].filter((each) => each !== undefined);
  return [{ object: value.node, holders, argument }];
}

/** A variable that is an object literal at least once: whatever else it may be, it is not a port. */
export function mayBeSettings(node: Node): boolean {
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  return (
    variable?.references.some(
      (each) =>
        each.isWrite() &&
        each.writeExpr &&
        unwrap(each.writeExpr as Node).type === "ObjectExpression" &&
        (each.identifier as Node).parent?.type !== "Property",
    ) ?? false
  );
}

/** Looks an option up in a settings object; later assignments to it count. `path` descends: `["server", "port"]`. */
export function optionIn(file: SourceFile, settings: Settings, path: readonly string[], before: Node): Option {
  const [name, ...rest] = path as [string, ...string[]];
  if (fileOf(settings.object) !== file) return fromElsewhere(file, settings, path, before);
  let option = inLiteral(settings.object, name);
  for (const holder of settings.holders) option = withAssignments(file, option, holder, name, before);
  if (rest.length === 0) return option;
  if (!isSet(option) || !option.node) return option.state === "absent" ? ABSENT : UNKNOWN;
  const inner = settingsOf(option.node);
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
function fromElsewhere(file: SourceFile, settings: Settings, path: readonly string[], before: Node): Option {
  const home = fileOf(settings.object);
  let option = optionIn(home, settings, path, home.ast);
  if (path.length === 1)
    for (const holder of settings.holders) option = withAssignments(file, option, holder, path[0] as string, before);
  return at(option, file, settings.argument);
}

/** The option with a place in the file at hand. */
function at(option: Option, file: SourceFile, place: Node): Option {
  return option.at && fileOf(option.at) !== file ? { ...option, at: place } : option;
}

function inLiteral(object: TSESTree.ObjectExpression, name: string, depth = 0): Option {
  let hidden = false;
  for (const each of object.properties.toReversed()) {
    if (each.type === "SpreadElement") {
      const option = inSpread(each.argument, name, depth);
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
  if (isNothing(node)) return ABSENT;
  const known = evaluate(node);
  if (known && (known.value === undefined || known.value === null)) return ABSENT;
  const written = { node, at, ...(conditions.length > 0 && { conditions }) };
  return known ? { ...written, state: "known", value: known.value } : { ...written, state: "open" };
}

function inSpread(node: Node, name: string, depth: number): Option {
  const spread = unwrap(node);
  if (depth > 6) return UNKNOWN;
  if (isNothing(spread) || (spread.type === "Literal" && typeof spread.value === "boolean")) return ABSENT;
  const under = (child: Node, test: Node, when: boolean): Option => {
    const option = inSpread(child, name, depth + 1);
    return isSet(option) ? { ...option, conditions: [{ test, when }, ...(option.conditions ?? [])] } : option;
  };
  if (spread.type === "ConditionalExpression")
    return either(under(spread.consequent, spread.test, true), under(spread.alternate, spread.test, false));
  if (spread.type === "LogicalExpression" && spread.operator === "&&") return under(spread.right, spread.left, true);
  const all = settingsOf(spread);
  if (!all) return UNKNOWN;
  const file = fileOf(node);
  const inOne = (settings: Settings): Option => {
    if (fileOf(settings.object) !== file) return fromElsewhere(file, settings, [name], node);
    return settings.holders.reduce<Option>(
      (option, holder) => withAssignments(file, option, holder, name, node),
      inLiteral(settings.object, name, depth + 1),
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
      const found = inSpread(spread, name, 0);
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
