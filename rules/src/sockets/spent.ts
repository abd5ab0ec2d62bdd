import {
  ancestors,
  contains,
  enclosingFunction,
  isFunction,
  isLoop,
  lastNameOf,
  nameOf,
  unwrap,
  type Node,
} from "../analysis/ast.ts";
import { variableOf } from "../analysis/variables.ts";

/** The options by which requests are given their agent. */
const OPTIONS = /^(?:agent|httpAgent|httpsAgent|dispatcher)$/;
/** got has an agent for each protocol: `agent: { https }`. */
const PROTOCOLS = /^https?$/;
/** Calls that make one request, or some, and keep nothing of what they are given. */
const REQUESTS = /^(?:request|get|post|put|patch|delete|del|head|options|stream|pipeline|axios|got|needle)$/;
/** Methods of a pool that make a request with it. */
const METHODS = /^(?:request|stream|pipeline|dispatch|get|fetch)$/;
/** Calls that make a client, which hands its options to all requests. */
const CLIENTS = /^(?:create|extend|defaults)$/;
/** What of a client is no request, and stays with it. */
const OF_CLIENT = /^(?:interceptors|defaults)$/;
/** Calls that run the function that they are given, once or for each item, and let it go. */
const RUNS = /^(?:Promise|then|catch|finally|map|forEach|flatMap|all|setTimeout|setImmediate|nextTick)$/;

/** Whether an agent goes to requests of the function that makes it, to all of them at once, and nowhere else. */
export function isSpent(made: Node): boolean {
  const at = wrapped(made);
  const parent = at.parent as Node;
  if (isOption(at) || isReceiver(at)) return true;
  if (parent.type === "VariableDeclarator") return everyUse(parent.id, (each) => isOption(each) || isReceiver(each));
  // `options.agent = new https.Agent(options)`
  if (parent.type !== "AssignmentExpression" || parent.left.type !== "MemberExpression") return false;
  const { left } = parent;
  return OPTIONS.test(nameOf(left) ?? "") && isOptionsName(left.object);
}

/** The expression around a node that has its value. */
function wrapped(node: Node): Node {
  let at = node;
  while (at.parent && unwrap(at.parent) === unwrap(node)) at = at.parent;
  return at;
}

/** It is given to a request as its agent, in options that nobody keeps. */
function isOption(node: Node): boolean {
  const property = wrapped(node).parent as Node;
  if (property.type !== "Property" || property.value !== wrapped(node)) return false;
  const name = nameOf(property) ?? "";
  const object = property.parent;
  if (OPTIONS.test(name)) return isGivenToRequest(object);
  const outer = object.parent as Node;
  return (
    PROTOCOLS.test(name) && outer.type === "Property" && nameOf(outer) === "agent" && isGivenToRequest(outer.parent)
  );
}

function isGivenToRequest(object: Node): boolean {
  const at = wrapped(object);
  const parent = at.parent as Node;
  if (isArgumentOfRequest(at) || isArgumentOfClient(at)) return true;
  return parent.type === "VariableDeclarator" && isOptionsName(parent.id);
}

function isArgumentOfRequest(node: Node): boolean {
  const { parent } = node;
  if (parent?.type !== "CallExpression" || !parent.arguments.includes(node as never)) return false;
  const name = lastNameOf(parent.callee);
  return name !== null && (REQUESTS.test(name) || (/^\w+$/.test(name) && /[fF]etch/.test(name)));
}

/** `const client = axios.create(…)` of a function that makes some requests with it, one by one, and lets it go. */
function isArgumentOfClient(node: Node): boolean {
  const call = node.parent as Node;
  if (call.type !== "CallExpression" || call.arguments[0] !== node) return false;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || !CLIENTS.test(nameOf(callee) ?? "")) return false;
  const at = wrapped(call);
  const parent = at.parent as Node;
  const owner = enclosingFunction(call);
  if (parent.type !== "VariableDeclarator") return isRequestOf(at);
  return everyUse(parent.id, (use) => isRequestOf(use) && !isInLoop(use, owner));
}

/** `client.get(…)`, `client(…)`, `client.defaults`. */
function isRequestOf(client: Node): boolean {
  const at = wrapped(client);
  const parent = at.parent as Node;
  if (parent.type !== "MemberExpression") return isCallee(at);
  const name = nameOf(parent) ?? "";
  return OF_CLIENT.test(name) || (REQUESTS.test(name) && isCallee(parent));
}

/** In a loop of the function that owns it, or in a function within that. */
function isInLoop(node: Node, owner: Node | null): boolean {
  for (const at of ancestors(node)) {
    if (isLoop(at)) return true;
    if (isFunction(at)) return at !== owner;
  }
  return false;
}

/** A local name for options that only go to requests. */
function isOptionsName(name: Node): boolean {
  return everyUse(name, (each) => {
    const parent = each.parent as Node;
    if (parent.type === "MemberExpression" && parent.object === each) return !isCallee(parent);
    // `{ ...options }` in the arguments of a request.
    if (parent.type === "SpreadElement" && parent.parent.type === "ObjectExpression")
      return isArgumentOfRequest(parent.parent);
    return isArgumentOfRequest(each) || isArgumentOfAgent(each);
  });
}

/** `options.agent = new https.Agent(options)`: what is read of it there is gone with the agent. */
function isArgumentOfAgent(node: Node): boolean {
  const parent = node.parent as Node;
  const left = parent.parent?.type === "AssignmentExpression" ? parent.parent.left : null;
  return parent.type === "NewExpression" && left?.type === "MemberExpression" && OPTIONS.test(nameOf(left) ?? "");
}

function isCallee(node: Node): boolean {
  return node.parent?.type === "CallExpression" && node.parent.callee === node;
}

/** `client.request(…)` */
function isReceiver(node: Node): boolean {
  const parent = wrapped(node).parent as Node;
  return parent.type === "MemberExpression" && METHODS.test(nameOf(parent) ?? "") && isCallee(parent);
}

/** Every place where a local name is read, of which there has to be one; those in functions that outlive the call count as none. */
function everyUse(name: Node, test: (use: Node) => boolean): boolean {
  const variable = variableOf(name);
  const owner = enclosingFunction(name);
  if (!variable || variable.defs.length !== 1) return false;
  const reads = variable.references.filter((each) => each.isRead());
  return (
    reads.length > 0 &&
    variable.references.every((each) => each.isRead() || each.init === true) &&
    reads.every(({ identifier }) => isRunHere(identifier as Node, owner) && test(identifier as Node))
  );
}

/** Nothing but functions that are run on the spot lies between a node and the function of its name. */
function isRunHere(node: Node, owner: Node | null): boolean {
  for (let fn = enclosingFunction(node); fn && fn !== owner; fn = enclosingFunction(fn)) {
    const parent = fn.parent as Node;
    if (!isFunction(fn) || (owner && !contains(owner, fn))) return false;
    if (parent.type !== "CallExpression" && parent.type !== "NewExpression") return false;
    if (parent.callee !== fn && !RUNS.test(lastNameOf(parent.callee) ?? "")) return false;
  }
  return true;
}
