import type { TSESTree } from "@typescript-eslint/types";
import {
  ancestors,
  calleeName,
  contains,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  words,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { canonicalModule } from "../catalogue/index.ts";
import type { Runtime } from "../catalogue/types.ts";
import { conditionsOf, holds, type Condition } from "../analysis/conditions.ts";
import type { Assumptions } from "../analysis/assumptions.ts";
import { evaluate } from "../analysis/constants.ts";
import { callsOf, functionOf } from "../analysis/calls.ts";
import { identities } from "../analysis/identities.ts";
import { resolve } from "../analysis/values.ts";
import type { FileSites, Site } from "../sockets/sites.ts";
import { indexOf, mentions, type SourceFile, type Variable, fileOf, textOf } from "../analysis/source.ts";
import { onlyValue, variableOf, writesOf } from "../analysis/variables.ts";

/** Roles that a process or thread can have, as assumptions about what the code tests. */
const CLUSTER_PRIMARY: Assumptions = { "cluster.isPrimary": true, "cluster.isMaster": true, "cluster.isWorker": false };
const CLUSTER_WORKER: Assumptions = { "cluster.isPrimary": false, "cluster.isMaster": false, "cluster.isWorker": true };
const MAIN_THREAD: Assumptions = {
  "worker_threads.isMainThread": true,
  "worker_threads.parentPort": null,
  "worker_threads.workerData": null,
  "worker_threads.threadId": 0,
  "bun.isMainThread": true,
};
const WORKER_THREAD: Assumptions = {
  "worker_threads.isMainThread": false,
  "worker_threads.parentPort": {},
  "bun.isMainThread": false,
};
const PARENT: Assumptions = { "process.send": undefined, "process.connected": undefined };
const CHILD: Assumptions = { "process.send": "send", "process.connected": true };

/** A call that starts another thread or process running this very file. */
export interface Start {
  kind: "threads" | "processes";
  call: Call;
  /** In a loop, per CPU, or written more than once. */
  many: boolean;
}

/** What a file says of the process it runs in. */
export interface ProcessFacts {
  importsCluster: boolean;
  starts: readonly Start[];
  /** The file shows that there is more than one process or thread. */
  secondInSight: boolean;
  /** Which side of a cluster this runs on; null when on both or there is none. */
  clusterRole(site: Site): "primary" | "worker" | null;
  /** Runs in worker threads or child processes only, told apart in this file. */
  workerSide(site: Site): "threads" | "processes" | null;
  /** The program leans on the primary's view of its workers: the call that shows it. */
  reliesOnPrimary: Node | null;
  /** The server is closed as soon as it listens: a check whether the port is free. */
  isProbe(site: Site): boolean;
  /** ENOTSUP is looked at where errors of this socket arrive. */
  handlesUnsupported(site: Site): boolean;
}

const cache = new WeakMap<TSESTree.Program, ProcessFacts>();

export function processOf(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  let facts = cache.get(all.file.ast);
  if (!facts) cache.set(all.file.ast, (facts = collect(all, filename, runtime)));
  return facts;
}

function collect(all: FileSites, filename: string, runtime: Runtime): ProcessFacts {
  const { file } = all;
  const index = indexOf(file);
  const modules = new Set([...index.modules].map(canonicalModule));
  const importsCluster = modules.has("cluster");
  let starts: Start[] | undefined;
  const theStarts = () => (starts ??= findStarts(file, filename));
  let relies: Node | null | undefined;
  return {
    importsCluster,
    get starts() {
      return theStarts();
    },
    get secondInSight() {
      return (
        importsCluster ||
        modules.has("worker_threads") ||
        theStarts().length > 0 ||
        mentionsSecond(file) ||
        all.sites.some(isConditionalShare)
      );
    },
    clusterRole(site) {
      if (!importsCluster) return null;
      const primary = reachable(site.conditions, CLUSTER_PRIMARY);
      const worker = reachable(site.conditions, CLUSTER_WORKER);
      return primary === worker ? null : primary ? "primary" : "worker";
    },
    workerSide(site) {
      if (onlyIn(site, MAIN_THREAD, WORKER_THREAD)) return "threads";
      if (onlyIn(site, PARENT, CHILD)) return "processes";
      if (runtime !== "node" && importsCluster && onlyIn(site, CLUSTER_PRIMARY, CLUSTER_WORKER)) return "processes";
      const start = theStarts().find((each) => exclude(conditionsOf(each.call), site.conditions));
      return start?.kind ?? (isWorkerFile(file) ? "threads" : null);
    },
    get reliesOnPrimary() {
      return relies === undefined ? (relies = primaryUse(file)) : relies;
    },
    isProbe: (site) => isProbe(all, site),
    handlesUnsupported: (site) => handlesUnsupported(all, site),
  };
}

function reachable(conditions: readonly Condition[], assume: Assumptions): boolean {
  return conditions.every((each) => holds(each, assume) !== false);
}

function onlyIn(site: Site, not: Assumptions, yes: Assumptions): boolean {
  return !reachable(site.conditions, not) && reachable(site.conditions, yes);
}

/** Two sets of conditions that cannot hold at once: one test is true here and false there, or other cases of one switch are meant. */
export function exclude(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.some((x) => b.some((y) => x.test === y.test && (x.cases && y.cases ? otherCases(x, y) : x.when !== y.when)));
}

function otherCases(x: Condition, y: Condition): boolean {
  const shared = x.cases?.some((each) => y.cases?.includes(each)) ?? false;
  return x.when && y.when ? !shared : x.when !== y.when && shared;
}

/** A file that speaks to its parent thread and never asks whether it is the main one: it only runs as a worker. */
function isWorkerFile(file: SourceFile): boolean {
  if (![...indexOf(file).modules].some((each) => canonicalModule(each) === "worker_threads")) return false;
  return (
    (mentions(file, "parentPort") || mentions(file, "workerData")) &&
    !mentions(file, "isMainThread") &&
    !mentions(file, "Worker")
  );
}

const SECOND = [
  "fork",
  "isMainThread",
  "parentPort",
  "NODE_APP_INSTANCE",
  "pm_id",
  "cpus",
  "availableParallelism",
  "hardwareConcurrency",
  "NODE_UNIQUE_ID",
];

function mentionsSecond(file: SourceFile): boolean {
  return (
    SECOND.some((name) => mentions(file, name)) ||
    (file.text.includes(".send") && /\bprocess\??\.send\b/.test(file.text))
  );
}

function isConditionalShare(site: Site): boolean {
  const option = site.option("reusePort");
  return option.state === "set" && (!("value" in option) || (option.conditions?.length ?? 0) > 0);
}

const STARTS = ["Worker", "fork", "spawn", "execFile", "Command"];

/** Starts of further threads and processes that run this file. */
function findStarts(file: SourceFile, filename: string): Start[] {
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
function namedCalls(fn: FunctionNode): Call[] {
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

/** `cluster.on("listening")`, `worker.on("listening")`, `worker.disconnect()`, `cluster.disconnect()`. */
function primaryUse(file: SourceFile): Node | null {
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const method = nameOf(callee);
    const event = stringOf(call.arguments[0] as Node | undefined);
    const listens = method !== null && /^(?:on|once|addListener)$/.test(method) && event === "listening";
    if (!listens && method !== "disconnect") continue;
    if (isPrimarySide(callee.object)) return callee.property;
  }
  return null;
}

/** The cluster module, or one of its workers: by value, by type, taken out of `cluster.workers`, or by its name where nothing else is known. */
function isPrimarySide(node: Node): boolean {
  const value = resolve(node);
  if (value?.kind === "instance") return value.type === "cluster.Worker";
  if (value?.kind === "path") return /^cluster(?:$|\.(?:default|workers\b|worker$))/.test(value.path);
  if (value) return false;
  const at = unwrap(node);
  if (at.type === "MemberExpression") return isPrimarySide(at.object);
  if (at.type !== "Identifier") return false;
  const variable = variableOf(at);
  const source = variable && elementSource(variable);
  if (source && CLUSTER_WORKERS.test(withInitialisers(source))) return true;
  return words(at.name).some((word) => word === "worker" || word === "workers");
}

const CLUSTER_WORKERS = /\bcluster\w*(?:\.default)?\.(?:fork|workers)\b/i;

/** What a loop variable or the parameter of an iteration callback runs over. */
function elementSource(variable: Variable): Node | null {
  const definition = variable.defs[0];
  const declared = definition?.node as Node | undefined;
  if (declared?.type === "VariableDeclarator") {
    const loop = declared.parent.parent as Node;
    return loop.type === "ForOfStatement" ? loop.right : null;
  }
  const call = isFunction(declared) ? declared.parent : null;
  return call?.type === "CallExpression" && call.callee.type === "MemberExpression" ? call.callee.object : null;
}

/** The text of an expression, with what its names were made of: enough to recognise where elements come from. */
function withInitialisers(node: Node): string {
  const file = fileOf(node);
  const text = file.text.slice(node.range[0], node.range[1]);
  const at = unwrap(node);
  const variable = at.type === "Identifier" ? variableOf(at) : undefined;
  const pushed = variable
    ? indexOf(file).calls.filter(
        (call) =>
          call.callee.type === "MemberExpression" &&
          nameOf(call.callee) === "push" &&
          call.callee.object.type === "Identifier" &&
          variableOf(call.callee.object) === variable,
      )
    : [];
  const written = [...(variable ? (writesOf(variable) ?? []).map((write) => write.node) : []), ...pushed];
  return [text, ...written.map((each) => file.text.slice(each.range[0], each.range[1]))].join("\n");
}

function isProbe(all: FileSites, site: Site): boolean {
  if (site.op !== "listen" && site.op !== "bind") return false;
  const closes = (body: Node, within: FunctionNode | null): boolean => {
    const at = unwrap(body);
    const call =
      at.type === "AwaitExpression" || (at.type === "UnaryExpression" && at.operator === "void")
        ? unwrap(at.argument)
        : at;
    if (call.type !== "CallExpression") return false;
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") return false;
    if (!["close", "stop", "destroy", "unref"].includes(nameOf(callee) ?? "") || nameOf(callee) === "unref")
      return closes(callee.object, within);
    const mine = identities(callee.object);
    return mine.some((origin) => site.origins.includes(origin));
  };
  const directly = (fn: FunctionNode): boolean =>
    fn.body.type !== "BlockStatement"
      ? closes(fn.body, fn)
      : fn.body.body.some(
          (each) =>
            (each.type === "ExpressionStatement" && closes(each.expression, fn)) ||
            (each.type === "ReturnStatement" && each.argument !== null && closes(each.argument, fn)),
        );
  if (site.callback && directly(site.callback)) return true;
  for (const use of all.uses(site.origins)) {
    if (
      !/^(?:on|once|addListener)$/.test(use.name) ||
      stringOf(use.call.arguments[0] as Node | undefined) !== "listening"
    )
      continue;
    const listener = functionOf(use.call.arguments[1] as Node | undefined);
    if (listener && directly(listener)) return true;
  }
  return followsAwait(
    site,
    (statement) => statement.type === "ExpressionStatement" && closes(statement.expression, null),
    all,
  );
}

/** `await listening; server.close();` as statements of one block. */
function followsAwait(site: Site, closes: (statement: Node) => boolean, all: FileSites): boolean {
  let statement: Node = site.call;
  let awaited = false;
  for (const at of ancestors(site.call)) {
    if (at.type === "AwaitExpression") awaited = true;
    if (
      (at.type === "BlockStatement" || at.type === "Program") &&
      (statement.type === "ExpressionStatement" || statement.type === "VariableDeclaration")
    ) {
      const body = at.body as readonly Node[];
      const rest = body.slice(body.indexOf(statement) + 1);
      if (awaited) return rest.some(closes);
      const next = rest[0];
      const waits =
        next !== undefined &&
        /\bawait\b/.test(all.file.text.slice(next.range[0], next.range[1])) &&
        /["']listening["']/.test(all.file.text.slice(next.range[0], next.range[1]));
      if (waits) return rest.slice(1).some(closes);
      // The listen may stand in `new Promise((resolve) => { server.listen(port, resolve); })`.
      if (!isPromiseExecutor(at)) return false;
    }
    if (isFunction(at) && !isPromiseCallback(at)) return false;
    statement = at;
  }
  return false;
}

function isPromiseCallback(fn: FunctionNode): boolean {
  const parent = fn.parent as Node | undefined;
  return parent?.type === "NewExpression" && parent.callee.type === "Identifier" && parent.callee.name === "Promise";
}

function isPromiseExecutor(block: Node): boolean {
  return isFunction(block.parent) && isPromiseCallback(block.parent);
}

const UNSUPPORTED = /\b(?:ENOTSUP|EOPNOTSUPP)\b/;

function handlesUnsupported(all: FileSites, site: Site): boolean {
  const mentions = (node: Node, depth = 0): boolean => {
    if (UNSUPPORTED.test(textOf(node))) return true;
    if (depth > 1) return false;
    // A set of codes or a helper that the handler reads.
    return indexOf(fileOf(node)).calls.some((call) => {
      if (!contains(node, call)) return false;
      const callee = unwrap(call.callee);
      const target = callee.type === "MemberExpression" ? callee.object : callee;
      const value = resolve(target);
      if (value?.kind === "local") return !contains(value.node, node) && mentions(value.node, depth + 1);
      if (target.type !== "Identifier") return false;
      const variable = variableOf(target);
      const writes = variable ? writesOf(variable) : null;
      return writes?.some((write) => UNSUPPORTED.test(textOf(write.node))) ?? false;
    });
  };
  for (const use of all.uses(site.origins)) {
    if (
      !/^(?:on|once|addListener|prepend\w+)$/.test(use.name) ||
      stringOf(use.call.arguments[0] as Node | undefined) !== "error"
    )
      continue;
    const listener = functionOf(use.call.arguments[1] as Node | undefined);
    if (listener && mentions(listener)) return true;
  }
  // Events of `await once(server, "listening")`, promises and try blocks around the call.
  let from: Node = site.call;
  for (const at of ancestors(site.call)) {
    if (at.type === "TryStatement" && from === at.block && at.handler && mentions(at.handler)) return true;
    if (
      at.type === "CallExpression" &&
      at.callee.type === "MemberExpression" &&
      nameOf(at.callee) === "catch" &&
      contains(at.callee.object, site.call)
    ) {
      const handler = functionOf(at.arguments[0] as Node | undefined);
      if (handler && mentions(handler)) return true;
    }
    from = at;
  }
  if (site.callback && site.callback.params.length > 0 && mentions(site.callback)) return true;
  return calledInTry(site.call, mentions);
}

/** The function around the listen is awaited in a try block that looks at the error. */
function calledInTry(node: Node, mentions: (node: Node) => boolean): boolean {
  for (const at of ancestors(node)) {
    if (!isFunction(at)) continue;
    const calls = namedCalls(at);
    for (const call of calls) {
      let from: Node = call;
      for (const outer of ancestors(call)) {
        if (outer.type === "TryStatement" && from === outer.block && outer.handler && mentions(outer.handler))
          return true;
        if (
          outer.type === "CallExpression" &&
          outer.callee.type === "MemberExpression" &&
          nameOf(outer.callee) === "catch"
        ) {
          const handler = functionOf(outer.arguments[0] as Node | undefined);
          if (handler && mentions(handler)) return true;
        }
        from = outer;
      }
    }
  }
  return false;
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
