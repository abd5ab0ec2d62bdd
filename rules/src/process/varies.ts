import type { TSESTree } from "@typescript-eslint/types";
import { unwrap, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { elsewhere, propertyBehind, takenFrom } from "../analysis/elsewhere.ts";
import { handedOver } from "../analysis/handed-over.ts";
import { anywhere, inSteps, type Next } from "../analysis/in-steps.ts";
import type { Variable } from "../analysis/source.ts";
import { parameterOf, variableOf, writesOf } from "../analysis/variables.ts";
import { textOf, valueOf } from "./calls.ts";
import type { Variable as SetVariable } from "./environment.ts";
import { resolve } from "../analysis/values.ts";
import { calleeName, nameOf } from "../analysis/ast.ts";
import { callsOf } from "../analysis/calls.ts";

/** What differs from worker to worker, as it is written. */
const OWN =
  /workerData|threadId|worker\??\.id|argv|Deno\.args|WORKER|INSTANCE|pm_id|process\.pid|\bindex\b|\bi\b|\bis(?:Primary|Master|Worker|MainThread)\b/;

/** What a launch sets in the environment of what it starts; null where nobody can say. */
type Environment = readonly SetVariable[] | null;

interface Starting {
  launch: { environment: Environment };
}

/** Whether a value differs from worker to worker: then nothing is known about who shares it. */
export const variesByWorker = anywhere<readonly Starting[]>((node, next, starts) => {
  if (evaluate(node)) return false;
  const text = textOf(node);
  const at = unwrap(node);
  const read = /process\.env\??\.(\w+)|process\.env\[["'](\w+)["']\]|Bun\.env\.(\w+)|Deno\.env\.get\(["'](\w+)/.exec(
    text,
  );
  const name = read?.slice(1).find((each) => each !== undefined);
  // The parent gives every child an environment of its own.
  if (name !== undefined && starts.some((each) => setsAnew(each.launch, name))) return true;
  if (OWN.test(text)) return true;
  const there = standsFor(at);
  if (there) return next(there);
  if (at.type !== "Identifier") return at.type === "BinaryExpression";
  const variable = variableOf(at);
  if (!variable) return false;
  if (variable.defs[0]?.type === ("Parameter" as never)) return parameterVaries(variable, next);
  const writes = writesOf(variable);
  return (
    writes?.some((write) => (write.path.length > 0 ? /workerData|argv/.test(textOf(write.node)) : next(write.node))) ??
    true
  );
});

/** Whether a value is made of the arguments that the program is started with: each of many may have got its own. */
export const readsArguments = inSteps<boolean>(8, false, (node, next) => {
  if (evaluate(node)) return false;
  const at = unwrap(node);
  const there = standsFor(at);
  if (there) return next(there);
  switch (at.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      return (at.left.type !== "PrivateIdentifier" && next(at.left)) || next(at.right);
    case "CallExpression":
      return /\bargv\b|\bDeno\.args\b/.test(textOf(at)) || at.arguments.some((each) => next(each as Node));
    case "UnaryExpression":
      return next(at.argument);
    case "Identifier": {
      const variable = variableOf(at);
      return ((variable && writesOf(variable)) ?? []).some((write) => next(write.node));
    }
    default:
      return /\bprocess\.argv\b|\bDeno\.args\b/.test(textOf(at));
  }
});

/** A parameter is what the calls in this file hand over, where all of them are to be seen. */
function parameterVaries(variable: Variable, next: Next<boolean>): boolean {
  const parameter = parameterOf(variable);
  const calls = parameter && callsOf(parameter.fn);
  if (!calls || calls.length === 0) return true;
  return calls.some((call) => {
    const given = (call.arguments[parameter.index] as Node | undefined) ?? parameter.fallback;
    return !given || given.type === "SpreadElement" || next(given);
  });
}

function setsAnew({ environment }: Starting["launch"], name: string): boolean {
  return environment === null || environment.some((each) => each.name === name && each.varies);
}

/**
 * Whether all processes that one launch starts come to the same value, for certain: a constant, or what they read in the
 * environment, of which the launch leaves the variable alone or sets it to a constant.
 */
export const isSameEverywhere = inSteps<boolean, Environment>(12, false, (node, next, environment) => {
  if (evaluate(node)) return true;
  const at = valueOf(node);
  const value = resolve(at);
  const name = value?.kind === "path" ? /^(?:process|bun|import\.meta)\.env\.(\w+)$/.exec(value.path)?.[1] : undefined;
  if (name !== undefined)
    return !OWN.test(name) && environment !== null && !environment.some((each) => each.name === name && each.varies);
  switch (at.type) {
    case "LogicalExpression":
    case "BinaryExpression":
      return at.left.type !== "PrivateIdentifier" && next(at.left) && next(at.right);
    case "UnaryExpression":
      return next(at.argument);
    case "ConditionalExpression":
      return next(at.test) && next(at.consequent) && next(at.alternate);
    case "CallExpression": {
      const callee = calleeName(at);
      const plain = callee.type === "Identifier" && /^(?:Number|parseInt|String|toString|trim)$/.test(callee.name);
      const receiver =
        at.callee.type === "MemberExpression" && nameOf(at.callee) !== "parseInt" ? [at.callee.object] : [];
      return plain && [...receiver, ...at.arguments].every((each) => next(each as Node));
    }
    default: {
      const there = standsFor(at) ?? handedOver(at);
      return there !== null && next(there);
    }
  }
});

/** What a name or a member stands for: in another file, or in an object that is to be seen. */
function standsFor(at: Node): Node | null {
  return elsewhere(at) ?? takenFrom(at) ?? (at.type === "MemberExpression" ? memberBehind(at) : null);
}

/** The only value of `config.port`. */
function memberBehind(at: TSESTree.MemberExpression): Node | null {
  const name = nameOf(at);
  return name === null ? null : propertyBehind(at.object, name);
}
