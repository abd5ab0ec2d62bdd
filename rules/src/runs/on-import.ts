import { ancestors, enclosingFunction, type Call, type Node } from "../analysis/ast.ts";
import { inErrorHandling } from "../analysis/listeners.ts";
import { alone, fileOf, indexOf, textOf, type SourceFile } from "../analysis/source.ts";
import { holds } from "../analysis/text.ts";
import { variableOf } from "../analysis/variables.ts";
import { handlerModules, isLoaded, loaders, makesHandler, type Loader } from "../catalogue/index.ts";
import { calleePath } from "../process/calls.ts";
import type { Surroundings } from "../process/surroundings.ts";
import { mayRunOnLoad } from "../process/on-load.ts";
import { runsIn } from "../process/reach.ts";
import type { Role } from "../process/roles.ts";
import { isUnshared, reuseOf } from "../sockets/reuse.ts";
import { isTcpListen, type ApiSite, type Site } from "../sockets/site.ts";
import { exportNamesOf, isExportedHere } from "./names.ts";
import type { Loading } from "./program.ts";
import type { TestImport } from "./tests.ts";

/** Who loads a module for what it exports, and so opens the port that it listens on. */
export type LoadedBy =
  | { kind: "test"; by: TestImport }
  /** A cloud function: the call that makes its handler. */
  | { kind: "handler"; call: Call }
  | { kind: "loader"; name: string };

/** What is known around a site, with who imports its file. */
export interface Imported extends Surroundings {
  file: SourceFile;
  path: string;
  tests(): readonly TestImport[];
  /** Where the programs begin that load the file, absolute. */
  roots(): readonly string[];
  /** Whether a module that is loaded for what it exports comes by a site for certain. */
  loads(entry: string, loader: Loading, site: Site): boolean;
}

/**
 * Who loads a module for its exports and has a port opened by that; null where nobody does, or under a condition. Whether something
 * else keeps the listen from its port is not asked here.
 */
export function loadedBy(site: Site, around: Imported): LoadedBy | null {
  if (!isTcpListen(site) || site.kind !== "api" || site.endpoint.kind !== "port" || site.repeated) return null;
  const loader = loaderOf(around.path, around);
  const behind = loader ? null : loaderBehind(site, around);
  // What exports nothing is loaded for what it does.
  const exporting = /\bexports?\b/.test(around.file.text);
  if (inErrorHandling(site.call)) return null;
  if (behind && isUnshared(reuseOf(site, around.environment))) return { kind: "loader", name: behind.name };
  if (!loader && !exporting) return null;
  const call = exporting ? handlerIn(around.file) : null;
  const alone = isUnshared(reuseOf(site, around.environment));
  if (loader && alone && runsAtOnce(site, loader)) return { kind: "loader", name: loader.name };
  if (!runsAtOnce(site, null)) return null;
  if (call) return { kind: "handler", call };
  const outer = handlerBehind(site, around);
  if (outer) return { kind: "handler", call: outer };
  const by = around.tests().find((each) => !each.closes && !setsPort(each.text, site));
  return by ? { kind: "test", by } : null;
}

/** An import is no entry of a program, and no worker or child either. */
const IMPORTED: readonly Role[] = ["imported", "main-thread", "cluster-primary", "parent"];

/** Whether loading the module comes by a listen, whatever the program does with it later. */
function runsAtOnce(site: ApiSite, loader: Loader | null): boolean {
  // A loader also calls what the module exports.
  if (!loader && !mayRunOnLoad(site.call)) return false;
  const ofNode = loader ? asksForNode : () => false;
  if (site.conditions.some((each) => !ofNode(each.test) && mayBeFalse(each.test, site))) return false;
  const answer = runsIn(
    site.call,
    IMPORTED,
    ({ test }) => ofNode(test),
    (fn) => (loader && exportNamesOf(fn)?.some((each) => loader.calls.includes(each)) ? "yes" : "no"),
  );
  return answer === "yes";
}

/** A condition on the arguments decides about this form of the call; those around it are looked at with the way. */
function mayBeFalse(test: Node, { call }: ApiSite): boolean {
  return [...ancestors(test)].includes(call as Node);
}

/** The framework that loads the file by another one, which runs the listen as soon as it is loaded. */
function loaderBehind(site: ApiSite, around: Imported): Loader | null {
  // Most projects have none: nobody has to look for the programs that load the file.
  if (loadersIn(around).length === 0) return null;
  for (const root of around.roots()) {
    const loader = loaderOf(root.replaceAll("\\", "/"), around);
    if (loader && around.loads(root, { calls: loader.calls, told: ({ test }) => asksForNode(test) }, site))
      return loader;
  }
  return null;
}

/** Next.js loads the file for Node.js and for its edge runtime, which opens no ports. */
function asksForNode(test: Node): boolean {
  return /\bNEXT_RUNTIME\b/.test(textOf(test));
}

function loadersIn({ environment }: Imported): Loader[] {
  return loaders.filter((each) => each.packages.some((name) => environment.dependencies[name] !== undefined));
}

function loaderOf(path: string, around: Imported): Loader | null {
  return loadersIn(around).find((each) => isLoaded(each, path)) ?? null;
}

/** The call that makes what a cloud function exports. */
function handlerIn(file: SourceFile): Call | null {
  if (!holds(file, handlerModules)) return null;
  return (
    indexOf(file).calls.find((call) => isHandler(call) && makesHandler(alone(() => calleePath(call)) ?? "")) ?? null
  );
}

/** The same in the only module that loads this one, or the only one that loads that: loading it comes by the listen. */
function handlerBehind(site: ApiSite, { file, loads }: Imported): Call | null {
  let load = file.loadedBy?.() ?? null;
  for (let i = 0; load && i < 3; i++) {
    const importer = fileOf(load);
    const call = handlerIn(importer);
    if (call)
      return importer.path !== undefined && loads(importer.path, { calls: [], told: () => false }, site) ? call : null;
    load = importer.loadedBy?.() ?? null;
  }
  return null;
}

function isHandler(call: Call): boolean {
  if (isExportedHere(call)) return true;
  const parent = call.parent as Node;
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier" || enclosingFunction(call)) return false;
  return variableOf(parent.id)?.references.some((each) => isExportedHere(each.identifier as Node)) ?? false;
}

/** The test says itself which port it is, before the module reads it. */
function setsPort(text: string, { endpoint }: ApiSite): boolean {
  const node = endpoint.kind === "port" ? endpoint.node : null;
  const names = node ? (textOf(node).match(/\b[A-Z][A-Z\d_]*\b/g) ?? []) : [];
  return names.some((name) =>
    new RegExp(`\\benv(?:\\.|\\[["'\`])${name}(?:["'\`]\\])?\\s*=(?!=)|stubEnv\\(\\s*["'\`]${name}["'\`]`).test(text),
  );
}
