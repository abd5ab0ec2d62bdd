import type { TSESTree } from "@typescript-eslint/types";
import {
  isClass,
  isFunction,
  nameOf,
  unwrap,
  words,
  type Call,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { indexOf, perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { calledParameters, functionsAround, handoversOf, isExported, namedCalls, textOf } from "./calls.ts";
import { scriptOf, splitWords, wordsOf } from "./commands.ts";
import { countOf, isSomeByDefault, propertyOf, sizeOf, type Count } from "./counts.ts";
import { environmentOf, type Variable } from "./environment.ts";
import { commands, launchers, shells, type Launcher } from "./launchers.ts";
import { isAlways } from "./always.ts";
import { targetBelow, targetOf, type Target } from "./targets.ts";
import { callsOf, functionOf } from "../analysis/calls.ts";
import { thisHost } from "../analysis/classes.ts";
import { through } from "../analysis/handed-over.ts";

/** Somebody starts more processes or threads. */
export interface Launch {
  target: Target;
  kind: "cluster" | "thread" | "process";
  /** 0: in the place of one that has ended. */
  count: Count;
  /** Of an unknown number: one at least where nothing is configured. */
  someByDefault?: boolean;
  /** Under no condition but the one that tells the launcher from what it launches. */
  always: boolean;
  /** The call, or the tagged template. */
  node: Node;
  /** What is started comes by the call as well, which starts nothing there. */
  returnsInWorkers?: true;
  /** The function that the workers run, where it stands in this file. */
  callback: FunctionNode | null;
  /** An own function around the launch whose workers call one of its parameters, for calls from other files. */
  wrapper: Wrapper | null;
  /** What the launch puts into the environment; null where that cannot be read. */
  environment: readonly Variable[] | null;
}

interface Wrapper {
  fn: FunctionNode;
  parameter: number;
  exported: boolean;
}

/** The modules of the tables, by whatever way they are loaded, what is global, and what comes as a parameter. */
const MODULES = [...Object.keys(launchers), ...Object.keys(commands), ...shells]
  .map((key) => key.replace(/\..*/, ""))
  .filter((name) => !/^(?:Worker|bun|deno|\$)$/.test(name));
const WORDS = new RegExp(
  `["'\`](?:node:)?(?:${[...new Set(MODULES)].join("|")})["'\`]|\\b(?:new\\s+Worker|Bun|Deno|bun)\\b|[cC]luster\\b`,
);
/** More pools of one class than this are one that nobody knows the file of. */
const MOST_WAYS = 8;
const launchesIn = perFile(() => new Map<string, readonly Launch[]>());

/** Every launch that a file writes, in source order. `filename`: the file's path, of which only the end is looked at. */
export function launchesOf(file: SourceFile, filename: string): readonly Launch[] {
  const known = launchesIn(file);
  let launches = known.get(filename);
  if (!launches) known.set(filename, (launches = WORDS.test(file.text) ? collect(file, filename) : []));
  return launches;
}

/** What the workers of a cluster run, where a file says it: `setupPrimary({ exec })`. */
export function workersOf(file: SourceFile, filename: string): Target[] {
  const given = setupsOf(file).map((each) => propertyOf(each.arguments[0] as Node | undefined, ["exec"]));
  return given.flatMap((each) => (each ? [targetOf(each, "cwd", filename)] : []));
}

function setupsOf(file: SourceFile): Call[] {
  return indexOf(file).calls.filter((each) => isClusterMethod(each, /^setup(?:Primary|Master)$/));
}

function collect(file: SourceFile, filename: string): Launch[] {
  const { calls } = indexOf(file);
  const primary = setupsOf(file);
  const named = workersOf(file, filename);
  const launches: Launch[] = [];
  for (const call of calls) launches.push(...launchesAt(call));
  for (const tag of tagsOf(file)) {
    const found = scriptOf(splitWords(tag.quasi), filename);
    if (found) launches.push(launchFrom(tag, "process", found.target, countOf(tag)));
  }
  return launches.sort((a, b) => a.node.range[0] - b.node.range[0]);

  function launchesAt(call: Call): Launch[] {
    if (isClusterMethod(call, /^fork$/)) {
      const targets: Target[] =
        named.length > 0
          ? named
          : [primary.some((each) => hasUnreadSettings(each)) ? { kind: "unknown" } : { kind: "self", of: "program" }];
      return targets.map((target) =>
        launchFrom(call, "cluster", target, countOf(call), call.arguments[0] as Node | undefined),
      );
    }
    const value = resolve(unwrap(call.callee));
    if (value?.kind !== "path") return [];
    const launcher = launchers[value.path];
    if (launcher) return byEveryWay(call, () => fromLauncher(call, launcher));
    const command = commands[value.path];
    const found = command && scriptOf(wordsOf(call, command.form), filename);
    return found ? [launchFrom(call, "process", found.target, command.sync ? 1 : countOf(call))] : [];
  }

  function fromLauncher(call: Call, launcher: Launcher): Launch[] {
    const at = (index: number | undefined) =>
      index === undefined ? undefined : (call.arguments[index] as Node | undefined);
    const options = at(launcher.options);
    const evaluated = propertyOf(options, ["eval"]);
    if (evaluated && textOf(evaluated) === "true") return [];
    const named = launcher.fileOptions && propertyOf(options, launcher.fileOptions);
    const file = named ?? at(launcher.file);
    if (launcher.file !== undefined && !file) return [];
    const own = launcher.file === undefined && (!launcher.fileOptions || !options);
    const target: Target = launcher.configured
      ? { kind: "unknown" }
      : own
        ? { kind: "self", of: "program" }
        : targetOf(file, launcher.from, filename);
    const size = at(launcher.count) ?? (launcher.countOptions && propertyOf(options, launcher.countOptions));
    const each: Count = size ? sizeOf(size) : launcher.otherwise;
    const around = countOf(call);
    const count: Count = each === 1 ? around : around === 1 ? each : around === 0 ? 0 : "many";
    const option = launcher.kindOption && propertyOf(options, [launcher.kindOption.name]);
    const kind =
      launcher.kindOption?.values.find(({ value }) => option && textOf(option).replace(/["'`]/g, "") === String(value))
        ?.kind ?? launcher.kind;
    const callback =
      functionOf(at(launcher.callback)) ??
      functionOf((launcher.callbackOptions && propertyOf(options, launcher.callbackOptions)) ?? undefined);
    const { returnsInWorkers } = launcher;
    return [
      {
        ...launchFrom(call, kind, target, count),
        ...(callback && { callback }),
        ...(returnsInWorkers && { returnsInWorkers }),
        ...(count === "unknown" && around === 1 && size && { someByDefault: isSomeByDefault(size) }),
      },
    ];
  }

  function launchFrom(node: Node, kind: Launch["kind"], target: Target, count: Count, given?: Node): Launch {
    const args = "arguments" in node ? (node.arguments as Node[]) : [];
    const option = args.map((each) => propertyOf(each, ["env"])).find((each) => each !== null);
    const environment = environmentOf(given ?? option);
    const wrapper = kind === "cluster" || target.kind === "self" ? wrapperOf(node) : null;
    const directory = args.map((each) => propertyOf(each, ["cwd"])).find((each) => each !== null);
    return {
      target: directory ? targetBelow(directory, target, filename) : target,
      kind,
      count,
      always: isAlways(node, kind, environment),
      node,
      callback: wrapper && handedTo(wrapper),
      wrapper,
      environment,
    };
  }
}

/** What is launched by the one way there; where the file is another one by each of several, by all of them. */
function byEveryWay(node: Node, launch: () => Launch[]): Launch[] {
  const all = launch();
  if (!all.some(({ target }) => target.kind === "unknown")) return all;
  for (const fn of functionsAround(node))
    for (const each of [fn, constructorAround(fn)]) {
      const calls = each && callsOf(each);
      if (!calls || calls.length < 2 || calls.length > MOST_WAYS) continue;
      const found = calls.flatMap((call) => through(call, launch));
      if (found.every(({ target }) => target.kind !== "unknown")) return found;
    }
  return all;
}

/** The constructor of the class that a method belongs to. */
function constructorAround(fn: FunctionNode): FunctionNode | null {
  const host = thisHost(fn.body);
  const own = isClass(host) ? host.body.body.find((each) => "kind" in each && each.kind === "constructor") : undefined;
  return own?.type === "MethodDefinition" && isFunction(own.value) ? own.value : null;
}

/** `cluster.fork()` and its like; a parameter or field that is called cluster counts. */
function isClusterMethod(call: Call, method: RegExp): boolean {
  const callee = unwrap(call.callee);
  const value = resolve(callee);
  if (value?.kind === "path")
    return value.path.startsWith("cluster.") && method.test(value.path.slice("cluster.".length));
  if (value?.kind === "method") return false;
  if (callee.type !== "MemberExpression" || !method.test(nameOf(callee) ?? "")) return false;
  const object = unwrap(callee.object);
  if (resolve(object)) return false;
  const name = object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? nameOf(object) : null;
  return name !== null && words(name).at(-1) === "cluster";
}

function hasUnreadSettings(call: Call): boolean {
  const options = call.arguments[0] as Node | undefined;
  if (!options) return false;
  const at = unwrap(options);
  return at.type !== "ObjectExpression" || at.properties.some((each) => each.type === "SpreadElement");
}

/** The function around a launch that calls one of its parameters: `setupCluster(callback)`. */
function wrapperOf(node: Node): Wrapper | null {
  for (const fn of functionsAround(node)) {
    const [first] = calledParameters(fn);
    if (first) return { fn, parameter: first.parameter, exported: isExported(fn) };
  }
  return null;
}

function handedTo({ fn, parameter }: Wrapper): FunctionNode | null {
  if (handoversOf(fn).length > 0) return null;
  for (const call of namedCalls(fn)) {
    const given = functionOf(call.arguments[parameter] as Node | undefined);
    if (given) return given;
  }
  return null;
}

/** `$`node worker.js`` of execa, zx and Bun. The walk that hosts make does not collect templates. */
function tagsOf(file: SourceFile): TSESTree.TaggedTemplateExpression[] {
  const found: TSESTree.TaggedTemplateExpression[] = [];
  if (!/\$\s*`/.test(file.text)) return found;
  visit(file.ast);
  return found;

  function visit(node: Node): void {
    if (node.type === "TaggedTemplateExpression") {
      const value = resolve(node.tag);
      if (value?.kind === "path" && shells.has(value.path)) found.push(node);
    }
    for (const key of file.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null>)[key];
      for (const each of Array.isArray(child) ? child : [child]) if (each) visit(each);
    }
  }
}
