import type { TSESTree } from "@typescript-eslint/types";
import { givenTo } from "./arguments.ts";
import { nameOf, stringOf, unwrap, type Node } from "./ast.ts";
import { conditionsOf, type Condition } from "./conditions.ts";
import { functionOf } from "./calls.ts";
import { evaluate } from "./constants.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf, type Variable } from "./source.ts";
import { neverPasses, passes, typeTestOf, typeTestsAround, type TypeTest } from "./type-tests.ts";
import { isNothing, variableOf, writesOf } from "./variables.ts";

/** The options object of a call, one of the shapes that it may have. */
export interface OptionsObject {
  object: TSESTree.ObjectExpression;
  /** The variables, fields or `Object.assign` calls that hold the object: where later assignments are looked up. */
  holders: readonly object[];
  /** What has to be true for it to be this object. */
  conditions?: readonly Condition[];
  /** The argument as written in the call. */
  argument: Node;
}

/** One of more objects than this is any object. */
const MOST_OBJECTS = 32;

/** The object literals that an argument may be; null when one of its values comes from elsewhere, or when there are too many. */
export function optionsObjectsOf(
  argument: Node,
  depth = 0,
  narrowed: readonly TypeTest[] = [],
): OptionsObject[] | null {
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
      const own = narrowed.filter((test) => test.variable === variable);
      const all: OptionsObject[] = [];
      const unless: Condition[] = [];
      for (const write of writes) {
        if (write.path.length > 0) return literalValue(at, argument, variable);
        if (isNothing(write.node) || own.some((test) => passes(test, write, evaluate) === false)) continue;
        const tests = typeTestsAround(write.node);
        if (tests.some((test) => neverPasses(test, evaluate))) continue;
        if (isText(write.node)) {
          // `let where = { port }; if (path) where = path;`: it is the object where that does not happen.
          const [only, ...more] = conditionsOf(write.node);
          if (!only && write === writes[0]) continue;
          if (!only || more.length > 0) return null;
          unless.push({ test: only.test, when: !only.when });
          continue;
        }
        const each = optionsObjectsOf(write.node, depth + 1, tests);
        if (!each || all.length + each.length > MOST_OBJECTS) return null;
        // One of several objects is the one that counts only where it was written.
        const conditions = writes.length > 1 ? conditionsOf(write.node) : [];
        all.push(
          ...each.map((options) => ({
            ...options,
            holders: [...options.holders, variable],
            conditions: [...(options.conditions ?? []), ...conditions],
            argument,
          })),
        );
      }
      if (all.length === 0) return null;
      return all.map((each) => ({ ...each, conditions: [...(each.conditions ?? []), ...unless] }));
    }
    case "ConditionalExpression": {
      const branch = (node: Node, when: boolean) => {
        const test = typeTestOf(at.test, when);
        if (isNothing(node) || isText(node) || (test && neverPasses(test, evaluate))) return [];
        return optionsObjectsOf(node, depth + 1, test ? [test] : []);
      };
      const yes = branch(at.consequent, true);
      const no = branch(at.alternate, false);
      const count = (yes?.length ?? 0) + (no?.length ?? 0);
      if (!yes || !no || count === 0 || count > MOST_OBJECTS) return null;
      const under = (all: OptionsObject[], when: boolean) =>
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
        return optionsObjectsOf(first as Node, depth + 1)?.map((each) => ({ ...each, argument })) ?? null;
      if (name === "assign" && first && unwrap(first as Node).type === "ObjectExpression")
        return [{ object: unwrap(first as Node) as TSESTree.ObjectExpression, holders: [at], argument }];
      const fn = functionOf(callee);
      const returns = fn ? indexOf(fileOf(fn)).returns.get(fn) : undefined;
      if (!returns || returns.length === 0) return null;
      const all: OptionsObject[] = [];
      for (const each of returns) {
        const found = optionsObjectsOf(each, depth + 1);
        if (!found || all.length + found.length > MOST_OBJECTS) return null;
        all.push(...found.map((options) => ({ ...options, argument })));
      }
      return all;
    }
    default:
      return null;
  }
}

/** A constant string, or a variable of the environment. */
function isText(node: Node): boolean {
  const at = unwrap(node);
  if (stringOf(at) !== null || at.type === "TemplateLiteral") return true;
  const value = at.type === "MemberExpression" ? resolve(at) : null;
  return value?.kind === "path" && /\benv\.\w+$/.test(value.path);
}

/** The one object literal that an expression is, in whatever file; `name`: the variable that holds it here. */
function literalValue(node: Node, argument: Node, name?: Variable): OptionsObject[] | null {
  const value = resolve(node);
  if (value?.kind !== "local" || value.node.type !== "ObjectExpression") return null;
  const { parent } = value.node;
  const made =
    parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? variableOf(parent.id) : undefined;
  const holders = [value.node, made, name].filter((each) => each !== undefined);
  return [{ object: value.node, holders, argument }];
}

/** A variable that is an object literal at least once: whatever else it may be, it is not a port. */
export function mayBeOptions(node: Node): boolean {
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  return (
    variable?.references.some(
      (each) =>
        each.isWrite() &&
        each.writeExpr &&
        unwrap(each.writeExpr as Node).type === "ObjectExpression" &&
        !isTakenOut(each.identifier as Node, each.writeExpr as Node),
    ) ?? false
  );
}

/** `{ port = 3000 } = {}`: the name is a part of the object, which is not what it is set to. */
function isTakenOut(name: Node, written: Node): boolean {
  const { parent } = name;
  return parent?.type === "Property" || (parent?.type === "AssignmentPattern" && parent.right !== written);
}
