import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, isFunction, lastNameOf, nameOf, stringOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { identities, isSame } from "../analysis/identities.ts";
import { iterationOf } from "../analysis/loops.ts";
import { onlyValue, parameterOf, variableOf } from "../analysis/variables.ts";
import { evaluate } from "../analysis/constants.ts";
import { listenersOf } from "../analysis/listeners.ts";
import { fileOf, indexOf, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import type { CallSite } from "./site.ts";

/** Names of what takes a server down. */
const CLOSES = /close|stop|shut|kill|destroy|dispose|terminat|teardown/i;

/** Whether the code may close a socket between two places: by a call of that name that is not clearly about something else. */
export function mayClose(site: CallSite, from: Node, to: Node): boolean {
  return indexOf(site.file).calls.some(
    (call) =>
      call.range[0] > from.range[0] && call.range[0] < to.range[1] && closes(call, site) && !isDeferredToTheEnd(call),
  );
}

/** The same anywhere in a file. */
export function isClosedIn(file: SourceFile, site: CallSite): boolean {
  return indexOf(file).calls.some((call) => closes(call, site) && !isDeferredToTheEnd(call));
}

/** Whether anything is closed between two calls of a function that opens a server, which may be that server. */
export function closesBetween(from: Node, to: Node): boolean {
  const [first, last] = from.range[0] < to.range[0] ? [from, to] : [to, from];
  return indexOf(fileOf(from)).calls.some(
    (call) =>
      call.range[0] > first.range[0] &&
      call.range[0] < last.range[0] &&
      CLOSES.test(lastNameOf(call.callee) ?? "") &&
      !isDeferredToTheEnd(call),
  );
}

function closes(call: Call, site: CallSite): boolean {
  const callee = unwrap(call.callee);
  const name = lastNameOf(callee);
  // `await once(server, "close")`.
  if (name === "once" && call.arguments.some((each) => stringOf(each as Node) === "close")) return true;
  if (name === null || !CLOSES.test(name)) return false;
  if (callee.type !== "MemberExpression") return true;
  if (resolve(callee.object)) return isSame(identities(callee.object), site.origins);
  // A parameter may be any server, and so may what a loop goes over.
  const iteration = iterationOf(unwrap(callee.object));
  return !iteration || mayHold(iteration.list, site);
}

/** Whether a server may be among what a loop goes over. */
function mayHold(list: Node, site: CallSite): boolean {
  const at = unwrap(list);
  if (at.type === "ArrayExpression") return at.elements.some((each) => each !== null && mayBe(each, site));
  if (at.type === "CallExpression") return !lists(at) || mayHold(at.arguments[0] ?? at.callee.object, site);
  // `wss.clients`: what a server has are its connections.
  if (at.type === "MemberExpression") return resolve(at.object)?.kind !== "instance";
  const made = unwrap(onlyValue(at) ?? at);
  const isNew = made.type === "NewExpression" && made.arguments.length === 0;
  const isEmpty = isNew || (made.type === "ArrayExpression" && made.elements.length === 0);
  return !isEmpty || (variableOf(at)?.references ?? []).some((each) => putsIn(each.identifier as Node, site));
}

/** `peers.values()`, `Object.values(peers)`: a call that gives what is in a collection. */
function lists(node: Node): node is TSESTree.CallExpression & { callee: TSESTree.MemberExpression } {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    /^(?:values|entries|from)$/.test(nameOf(node.callee) ?? "")
  );
}

function mayBe(element: Node, site: CallSite): boolean {
  if (element.type === "SpreadElement") return mayHold(element.argument, site);
  return !resolve(element) || isSame(identities(element), site.origins);
}

/** A mention of a collection by which the server may come into it. */
function putsIn(mention: Node, site: CallSite): boolean {
  const parent = mention.parent as Node;
  if (parent.type === "VariableDeclarator" || parent.type === "ForOfStatement" || parent.type === "SpreadElement")
    return false;
  if (parent.type !== "MemberExpression" || parent.object !== mention) return !lists(parent);
  const user = parent.parent;
  // `list[0] = server`
  if (user.type === "AssignmentExpression" && user.left === parent) return isGiven(user.right, site);
  if (user.type !== "CallExpression" || user.callee !== parent) return false;
  return /^(?:push|unshift|add|set)$/.test(nameOf(parent) ?? "") && user.arguments.some((each) => isGiven(each, site));
}

/** What a listener of an event gets is a connection, a request or a message. */
function isGiven(node: Node, site: CallSite): boolean {
  const variable = variableOf(unwrap(node));
  const parameter = variable && parameterOf(variable);
  if (parameter && listenersOf(parameter.fn).length > 0) return false;
  return evaluate(node) === null && mayBe(node, site);
}

/** In a handler of a signal, or of an event that comes with a connection: nothing that runs between two listens. */
function isDeferredToTheEnd(call: Call): boolean {
  for (const at of ancestors(call))
    if (
      isFunction(at) &&
      listenersOf(at).some((event) => /^(?:SIG[A-Z]+|exit|beforeExit|connection|message|request|data|end)$/.test(event))
    )
      return true;
  return false;
}
