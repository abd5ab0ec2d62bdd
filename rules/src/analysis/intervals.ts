import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, nameOf, unwrap, type Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { evaluate } from "./constants.ts";
import { inSteps } from "./in-steps.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf } from "./source.ts";
import { isGlobal, onlyValue, variableOf } from "./variables.ts";

/** The numbers that an expression may be, both ends included; both of them, or all but a hair, do occur. */
export interface Interval {
  min: number;
  max: number;
  /** Whether only integers occur. */
  integer: boolean;
}

/** Below 1 by as little as `Math.random()` may be. */
const ALMOST_ONE = 1 - Number.EPSILON / 2;

/** The largest process id on Linux. */
const MAX_PID = 4_194_304;

/** The interval of a computed number: constants, `+ - * %`, rounding, `Math.random()`, counters of loops; null where nobody can say. */
export const intervalOf = inSteps<Interval | null>(16, null, (node, next) => {
  const at = unwrap(node);
  const known = evaluate(at);
  if (known) return typeof known.value === "number" ? exactly(known.value) : null;
  switch (at.type) {
    case "BinaryExpression": {
      const left = next(at.left);
      const right = next(at.right);
      return left && right && binary(at.operator, left, right);
    }
    case "UnaryExpression": {
      const argument = next(at.argument);
      if (!argument) return null;
      if (at.operator === "+") return argument;
      if (at.operator === "-") return { ...argument, min: -argument.max, max: -argument.min };
      // `~~x` rounds.
      return at.operator === "~" ? rounded(argument, (value) => ~value) : null;
    }
    case "CallExpression":
      return call(at, next);
    case "MemberExpression": {
      const value = resolve(at);
      return value?.kind === "path" && value.path === "process.pid" ? { min: 1, max: MAX_PID, integer: true } : null;
    }
    case "Identifier": {
      const made = onlyValue(at);
      return made ? next(made) : counter(at, next);
    }
    default:
      return null;
  }
});

function exactly(value: number): Interval | null {
  return Number.isFinite(value) ? { min: value, max: value, integer: Number.isInteger(value) } : null;
}

function rounded({ min, max }: Interval, by: (value: number) => number): Interval {
  const ends = [by(min), by(max)];
  return { min: Math.min(...ends), max: Math.max(...ends), integer: true };
}

function binary(operator: string, a: Interval, b: Interval): Interval | null {
  const integer = a.integer && b.integer;
  switch (operator) {
    case "+":
      return { min: a.min + b.min, max: a.max + b.max, integer };
    case "-":
      return { min: a.min - b.max, max: a.max - b.min, integer };
    case "*": {
      const all = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
      return { min: Math.min(...all), max: Math.max(...all), integer };
    }
    case "%":
      if (!integer || a.min < 0 || b.min !== b.max || b.min <= 0) return null;
      return a.max < b.min ? a : { min: 0, max: b.min - 1, integer };
    case "|":
    case ">>":
    case ">>>":
      return b.min === 0 && b.max === 0 && a.min >= 0 ? rounded(a, Math.trunc) : null;
    default:
      return null;
  }
}

function call(at: TSESTree.CallExpression, next: (node: Node) => Interval | null): Interval | null {
  const callee = unwrap(at.callee);
  const args = at.arguments.map((each) => next(each));
  const [first] = args;
  if (callee.type === "Identifier" && isGlobal(callee)) {
    if (callee.name === "Number") return first ?? null;
    return callee.name === "parseInt" && first ? rounded(first, Math.trunc) : null;
  }
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && isGlobal(callee.object)) {
    const name = `${callee.object.name}.${nameOf(callee) ?? ""}`;
    if (name === "Math.random") return { min: 0, max: ALMOST_ONE, integer: false };
    if (name === "Date.now") return { min: 1e12, max: 1e13, integer: true };
    if (first && /^Math\.(?:floor|ceil|round|trunc)$/.test(name))
      return rounded(first, Math[nameOf(callee) as "floor"]);
    if (/^Math\.(?:min|max)$/.test(name) && args.length > 0 && args.every((each) => each !== null)) {
      const choose = Math[nameOf(callee) as "min"];
      return {
        min: choose(...args.map((each) => each.min)),
        max: choose(...args.map((each) => each.max)),
        integer: args.every((each) => each.integer),
      };
    }
  }
  const value = resolve(callee);
  if (value?.kind === "path" && value.path === "crypto.randomInt") return randomInt(args);
  return at.arguments.length === 0 ? result(callee, next) : null;
}

/** `crypto.randomInt(max)`, `crypto.randomInt(min, max)`: the upper end is left out. */
function randomInt([first, second]: readonly (Interval | null)[]): Interval | null {
  if (!first || second === null) return null;
  return { min: second ? first.min : 0, max: (second ?? first).max - 1, integer: true };
}

/** What a function of this file gives, where its only return is all of it. */
function result(callee: Node, next: (node: Node) => Interval | null): Interval | null {
  const fn = functionOf(callee);
  if (!fn || fn.async || fn.generator || fn.params.length > 0) return null;
  const returns = indexOf(fileOf(fn)).returns.get(fn);
  return returns?.length === 1 && !/\b(?:if|switch|while|for|try)\b/.test(fileOf(fn).text.slice(...fn.range))
    ? next(returns[0]!)
    : null;
}

/** `for (let i = 0; i < 1000; i++)`, where nothing ends the loop early and nothing else writes the variable. */
function counter(name: Node, next: (node: Node) => Interval | null): Interval | null {
  const variable = variableOf(name);
  const loop = [...ancestors(name)].find(
    (each): each is TSESTree.ForStatement =>
      each.type === "ForStatement" &&
      each.init?.type === "VariableDeclaration" &&
      each.init.declarations.length === 1 &&
      variableOf(each.init.declarations[0]!.id) === variable,
  );
  const start = (loop?.init as TSESTree.VariableDeclaration | undefined)?.declarations[0]!.init;
  const { test, update } = loop ?? {};
  if (!loop || !variable || !start || test?.type !== "BinaryExpression" || update?.type !== "UpdateExpression")
    return null;
  if (variable.references.filter((each) => each.isWrite()).length !== 2 || update.operator !== "++") return null;
  if (variableOf(update.argument) !== variable || variableOf(test.left) !== variable) return null;
  if (/\b(?:break|return|throw|continue)\b/.test(fileOf(loop).text.slice(...loop.body.range))) return null;
  const from = next(start);
  const to = next(test.right);
  if (!from?.integer || !to?.integer || !/^<=?$/.test(test.operator)) return null;
  const max = test.operator === "<" ? to.max - 1 : to.max;
  return max < from.min ? null : { min: from.min, max, integer: true };
}
