import {
  ancestors,
  calleeName,
  contains,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { fileOf, indexOf, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue, variableOf, writesOf } from "../analysis/variables.ts";
import { callsOf, functionOf } from "../analysis/calls.ts";

/** A call that starts another thread or process running this very file. */
export interface Start {
  kind: "threads" | "processes";
  call: Call;
  /** In a loop, per CPU, or written more than once. */
  many: boolean;
}

const STARTS = ["Worker", "fork", "spawn", "execFile", "Command"];

/** Starts of further threads and processes that run this file. */
export function findStarts(file: SourceFile, filename: string): Start[] {
  if (!STARTS.some((name) => file.text.includes(name))) return [];
  const starts: Start[] = [];
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    const value = resolve(callee);
    const path = value?.kind === "path" ? value.path : "";
    const args = call.arguments.filter((each) => each.type !== "SpreadElement") as Node[];
    const kind =
      call.type === "NewExpression" &&
      (path === "worker_threads.Worker" || path === "Worker") &&
      isOwnFile(args[0], filename)
        ? "threads"
        : /^child_process\.(?:fork|spawn|execFile)$/.test(path) && args.some((each) => mentionsOwnFile(each, filename))
          ? "processes"
          : /^(?:bun\.spawn(?:Sync)?|deno\.Command)$/.test(path) && args.some((each) => mentionsOwnFile(each, filename))
            ? "processes"
            : path === "cluster.fork"
              ? "processes"
              : null;
    if (kind) starts.push({ kind, call, many: false });
  }
  for (const start of starts)
    start.many = starts.filter((each) => each.kind === start.kind).length > 1 || isRepeated(start.call);
  return starts;
}

/** Runs more than once: in a loop, in a callback of map and the like, or in a function that is called so. */
function isRepeated(node: Node, depth = 0): boolean {
  for (const at of ancestors(node)) {
    if (/^(?:For|While|DoWhile)\w*Statement$/.test(at.type)) return true;
    if (!isFunction(at)) continue;
    const parent = at.parent as Node | undefined;
    if (parent?.type === "CallExpression" && parent.callee !== at) {
      const name = calleeName(parent);
      if (name.type === "Identifier" && /^(?:forEach|map|flatMap|from|times|range|reduce)$/.test(name.name))
        return true;
    }
    if (depth < 3) {
      const calls = callsOf(at) ?? namedCalls(at);
      const outside = calls.filter((each) => !contains(at, each));
      if (outside.length > 1 || outside.some((each) => isRepeated(each, depth + 1))) return true;
      if (calls.length === 0 && isIterationCallback(at)) return true;
    }
  }
  return false;
}

/** Calls of a function by name, its other uses aside. */
export function namedCalls(fn: FunctionNode): Call[] {
  const file = fileOf(fn);
  return indexOf(file).calls.filter((each) => each.callee.type === "Identifier" && functionOf(each.callee) === fn);
}

function isIterationCallback(fn: FunctionNode): boolean {
  const file = fileOf(fn);
  return indexOf(file).calls.some((each) => {
    const name = calleeName(each);
    return (
      name.type === "Identifier" &&
      /^(?:forEach|map|from|times)$/.test(name.name) &&
      each.arguments.some((arg) => arg.type === "Identifier" && functionOf(arg) === fn)
    );
  });
}

const OWN =
  /^(?:__filename|import\.meta\.(?:url|filename|path|file)|process\.argv\.1|bun\.main|deno\.mainModule|require\.main\.filename|module\.filename)$/;

/** An expression that names this file. */
function isOwnFile(node: Node | undefined, filename: string, depth = 0): boolean {
  if (!node || depth > 5) return false;
  const at = unwrap(node);
  const value = resolve(at);
  if (value?.kind === "path" && OWN.test(value.path)) return true;
  const text = stringOf(at);
  if (text !== null) return /[\\/.]/.test(text) && baseName(text) === baseName(filename);
  switch (at.type) {
    case "NewExpression":
    case "CallExpression": {
      const name = calleeName(at);
      if (
        name.type !== "Identifier" ||
        !/^(?:URL|fileURLToPath|resolve|join|normalize|String|href|toString|realpathSync)$/.test(name.name)
      )
        return false;
      const args = at.arguments.filter((each) => each.type !== "SpreadElement") as Node[];
      if (name.name === "URL" && args[1]) return isOwnFile(args[0], filename, depth + 1);
      return args.length > 0 && isOwnFile(args.at(-1), filename, depth + 1);
    }
    case "MemberExpression":
      return ["href", "pathname"].includes(nameOf(at) ?? "") && isOwnFile(at.object, filename, depth + 1);
    case "Identifier": {
      const made = onlyValue(at);
      return made !== null && isOwnFile(made, filename, depth + 1);
    }
    default:
      return false;
  }
}

function mentionsOwnFile(node: Node, filename: string, depth = 0): boolean {
  const at = unwrap(node);
  if (depth > 3) return false;
  if (at.type === "ArrayExpression")
    return at.elements.some(
      (each) => each && mentionsOwnFile(each.type === "SpreadElement" ? each.argument : each, filename, depth + 1),
    );
  if (at.type === "ObjectExpression")
    return at.properties.some(
      (each) =>
        each.type === "Property" &&
        /^(?:cmd|args|argv)$/.test(nameOf(each) ?? "") &&
        mentionsOwnFile(each.value, filename, depth + 1),
    );
  if (isOwnFile(at, filename)) return true;
  const made = onlyValue(at);
  return made !== null && mentionsOwnFile(made, filename, depth + 1);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.[cm]?[jt]sx?$/, "");
}

/** Whether a value differs from worker to worker: then nothing is known about who shares it. */
export function variesByWorker(node: Node, starts: readonly Start[], depth = 0): boolean {
  const file = fileOf(node);
  if (depth > 20 || evaluate(node)) return false;
  const text = file.text.slice(node.range[0], node.range[1]);
  const at = unwrap(node);
  const read = /process\.env\??\.(\w+)|process\.env\[["'](\w+)["']\]/.exec(text);
  const given = read?.[1] ?? read?.[2];
  // The parent gives every child an environment of its own.
  if (
    given &&
    starts.some((start) => new RegExp(`\\b${given}\\b`).test(file.text.slice(start.call.range[0], start.call.range[1])))
  )
    return true;
  if (/workerData|threadId|worker\.id|argv|WORKER|INSTANCE|pm_id|\bindex\b|\bi\b/.test(text)) return true;
  if (at.type !== "Identifier") return at.type === "BinaryExpression";
  const variable = variableOf(at);
  if (!variable) return false;
  if (variable.defs[0]?.type === ("Parameter" as never)) return true;
  const writes = writesOf(variable);
  return (
    writes?.some((write) =>
      write.path.length > 0
        ? /workerData|argv/.test(file.text.slice(write.node.range[0], write.node.range[1]))
        : variesByWorker(write.node, starts, depth + 1),
    ) ?? true
  );
}
