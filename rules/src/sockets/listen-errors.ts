import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, lastNameOf, nameOf, unwrap, type Call, type FunctionNode, type Node } from "../analysis/ast.ts";
import { calleeOf, functionOf } from "../analysis/calls.ts";
import { identities, isSame } from "../analysis/identities.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { variableOf } from "../analysis/variables.ts";
import type { Environment } from "../environment.ts";
import { listensTo } from "./handlers.ts";
import type { ApiSite, Site } from "./site.ts";
import { isBelow, isFrom } from "./versions.ts";
import { isHandedOver } from "../analysis/escape.ts";

/** A listen of Node whose failure is an 'error' event of the server, and of nothing else. */
export function emitsError(site: Site, environment: Environment): site is ApiSite {
  if (site.kind !== "api" || site.op !== "listen" || site.endpoint.kind !== "port") return false;
  const emitted = site.operation.emitsError;
  if (!emitted || environment.runtime !== "node") return false;
  return !mayCallBack(site, environment);
}

/** The version of the package may give the callback the error, by an 'error' listener of its own. */
function mayCallBack(site: ApiSite, { dependencies }: Environment): boolean {
  const since = site.operation.emitsError?.callbackSince;
  return since !== undefined && site.callback !== null && !isBelow(dependencies[since.name], since.version);
}

/** Whether the version that package.json names gives the callback the error; "no" where it names none. */
export function callsBack(site: ApiSite, { dependencies }: Environment): "yes" | "maybe" | "no" {
  const since = site.operation.emitsError?.callbackSince;
  const range = since && dependencies[since.name];
  if (!since || !site.callback || range === undefined || isBelow(range, since.version)) return "no";
  return isFrom(range, since.version) ? "yes" : "maybe";
}

/** Names that nothing but an error has; a lone `e` may as well be an event. */
const ERROR_NAME = /^_?(?:er|err|error|exception|failure)\d*$|(?:Err|Error)$/;

/** The first parameter of a listening callback, where the code takes it for an error: tests, throws or hands it on. */
export function errorParameter(site: ApiSite): TSESTree.Identifier | null {
  const { callback } = site;
  const parameter = callback?.params[0];
  if (!callback || parameter?.type !== "Identifier" || isUsedElsewhere(callback, site.call)) return null;
  const reads = variableOf(parameter)?.references.filter((each) => each.isRead()) ?? [];
  if (reads.length === 0) return null;
  return ERROR_NAME.test(parameter.name) || reads.some((each) => isTestedOrThrown(each.identifier as Node))
    ? parameter
    : null;
}

function isTestedOrThrown(node: Node): boolean {
  const parent = node.parent as Node;
  return (
    parent.type === "ThrowStatement" ||
    (parent.type === "IfStatement" && parent.test === node && /^e$/.test((node as TSESTree.Identifier).name))
  );
}

/** A named function that has other uses may get errors there. */
function isUsedElsewhere(fn: FunctionNode, call: Call): boolean {
  if (call.arguments.some((each) => unwrap(each as Node) === fn)) return false;
  const parent = fn.parent as Node;
  const name = fn.type === "FunctionDeclaration" ? fn.id : parent.type === "VariableDeclarator" ? parent.id : null;
  const variable = name?.type === "Identifier" ? variableOf(name) : undefined;
  return (variable?.references.filter((each) => each.isRead()).length ?? 2) > 1;
}

/** Names of what may be the server, where nothing else is known of it. */
const SERVER_NAME = /server|srv|listener|http|^(?:app|io|wss?|s)$/i;

/** Whether an 'error' listener of the server is in sight, or the server goes to code that may add one. */
export function mayHearErrors(site: ApiSite, file: SourceFile): boolean {
  // An application gives a server back, and is none.
  const result = identities(site.call);
  const server = result.length > 0 ? result : site.origins;
  const isServer = (node: Node): boolean => {
    const found = identities(node);
    if (isSame(found, server) || isServerOf(node, site)) return true;
    return !resolve(node) && SERVER_NAME.test(lastNameOf(node) ?? "");
  };
  return (
    isHandedOver(file, server, isKnownCall) ||
    indexOf(file).calls.some(
      (call) =>
        listensTo(call, "error") !== null && isServer((unwrap(call.callee) as TSESTree.MemberExpression).object),
    )
  );
}

/** `app.server.on("error", …)` of an application that keeps its server. */
function isServerOf(node: Node, site: ApiSite): boolean {
  const at = unwrap(node);
  return at.type === "MemberExpression" && isSame(identities(at.object), site.origins);
}

/** A call of a function of this file, which is looked into, or of an API that is known: neither listens for errors unseen. */
export function isKnownCall(call: Call): boolean {
  if (calleeOf(call)) return true;
  const callee = unwrap(call.callee);
  if (isFunction(callee) || functionOf(callee)) return true;
  const value = resolve(callee);
  return value?.kind === "path" && /^console\.\w+$/.test(value.path);
}

/** Whether an application's 'error' event may be emitted by the program: on it, or on the `app` of a request. */
export function mayEmitError(file: SourceFile, origins: readonly object[]): boolean {
  return indexOf(file).calls.some((call) => {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression" || nameOf(callee) !== "emit") return false;
    const receiver = unwrap(callee.object);
    if (receiver.type === "MemberExpression" && nameOf(receiver) === "app") return true;
    return isSame(identities(receiver), origins) || (!resolve(receiver) && lastNameOf(receiver) === "app");
  });
}
