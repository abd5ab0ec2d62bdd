import type { TSESTree } from "@typescript-eslint/types";
import {
  awaited,
  contains,
  isFunction,
  lastNameOf,
  nameOf,
  unwrap,
  words,
  type FunctionNode,
  type Node,
} from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { inSteps, type Next } from "../analysis/in-steps.ts";
import { fileOf, indexOf } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { parameterOf, variableOf, writesOf, type Write } from "../analysis/variables.ts";
import { isA, isPortFinder } from "../catalogue/index.ts";

/**
 * Whether a port was found when the program ran and nobody has configured it: the port of a socket that is open already
 * (`server.address().port`, `socket.localPort`), or one that a port finder gave.
 */
export const isFoundPort = inSteps<boolean>(8, false, (node, next) => {
  const at = unwrap(node);
  switch (at.type) {
    case "AwaitExpression":
    case "YieldExpression": {
      const waited = awaited(at);
      return waited !== null && next(waited);
    }
    case "BinaryExpression":
      return /^[+-]$/.test(at.operator) && (next(at.left) || next(at.right));
    case "ConditionalExpression":
      return next(at.consequent) && next(at.alternate);
    case "LogicalExpression":
      return at.operator !== "&&" && next(at.left) && next(at.right);
    case "MemberExpression":
      return isMemberOfSocket(at.object, nameOf(at)) || comesFromFinder(at.object);
    case "Identifier":
      return isFoundVariable(at, next);
    case "CallExpression":
      return isFoundByCall(at, next);
    default:
      return false;
  }
});

/** `address().port`, `localPort` and `remotePort` of a socket. */
function isMemberOfSocket(object: Node, name: string | null): boolean {
  if (name === "port") return isAddress(object);
  return (name === "localPort" || name === "remotePort") && isSocket(object);
}

function isAddress(node: Node): boolean {
  const at = unwrap(node);
  if (at.type === "CallExpression") {
    const callee = unwrap(at.callee);
    return callee.type === "MemberExpression" && nameOf(callee) === "address" && at.arguments.length === 0;
  }
  return at.type === "Identifier" && isMadeBy(at, ({ node: made, path }) => path.length === 0 && isAddress(made));
}

const SOCKETS = new Set(["socket", "sock", "conn", "connection", "client", "stream"]);

function isSocket(node: Node): boolean {
  const value = resolve(node);
  if (value) return value.kind === "instance" && isA(value.type, "net.Socket");
  return SOCKETS.has(words(lastNameOf(node) ?? "").at(-1) ?? "");
}

function isFoundVariable(at: TSESTree.Identifier, next: Next<boolean>): boolean {
  const variable = variableOf(at);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (definition.type === ("Parameter" as never)) {
    const parameter = parameterOf(variable);
    return parameter !== null && isHandedTo(parameter.fn, parameter.index, next);
  }
  const declared = definition.node as Node;
  if (declared.type === "VariableDeclarator" && declared.id.type === "ArrayPattern")
    return declared.init !== null && comesFromFinder(declared.init);
  return isMadeBy(at, ({ node, path }) => {
    if (path.length === 0) return next(node);
    return path.length === 1 && isMemberOfSocket(node, path[0]!);
  });
}

/** Whether every value that a variable ever has fits; `let port;` gives it none. */
function isMadeBy(name: Node, fits: (write: Write) => boolean): boolean {
  const variable = variableOf(name);
  const writes = variable ? writesOf(variable) : null;
  return writes !== null && writes.length > 0 && writes.every(fits);
}

/** The parameter of a callback: `getPort((error, port) => …)`, `getPort().then((port) => …)`. */
function isHandedTo(fn: FunctionNode, index: number, next: Next<boolean>): boolean {
  const call = fn.parent as Node | undefined;
  if (call?.type !== "CallExpression" || call.callee === fn) return false;
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression" && nameOf(callee) === "then")
    return index === 0 && call.arguments[0] === fn && next(callee.object);
  return index <= 1 && (isFinder(callee) || gives(callee, ["get", "next"]));
}

function comesFromFinder(node: Node): boolean {
  const at = unwrap(node);
  const waited = awaited(at);
  if (waited) return comesFromFinder(waited);
  return at.type === "CallExpression" && isFinder(at.callee);
}

function isFoundByCall(call: TSESTree.CallExpression, next: Next<boolean>): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier" && /^(?:Number|String|parseInt)$/.test(callee.name)) {
    const [first] = call.arguments;
    return first !== undefined && next(first);
  }
  if (callee.type === "MemberExpression" && nameOf(callee) === "toString") return next(callee.object);
  if (isFinder(callee)) return true;
  const fn = functionOf(callee);
  return fn !== null && givesFoundPort(fn, next);
}

const FINDS = ["free", "available", "unused", "random", "ephemeral", "find", "pick", "detect", "allocate"];

/** A function of a package that finds ports, or one whose name says that it does: `findFreePort`. */
function isFinder(callee: Node): boolean {
  const value = resolve(callee);
  return (value?.kind === "path" && isPortFinder(value.module)) || gives(callee, FINDS);
}

/** A function that is named after a port and one of these words; what gives a port to a callback alone has looked for it. */
function gives(callee: Node, how: readonly string[]): boolean {
  const all = words(lastNameOf(callee) ?? "");
  return all.includes("port") && all.some((word) => how.includes(word));
}

/** A function of this file that gives back such a port, or a promise of one. */
function givesFoundPort(fn: FunctionNode, next: Next<boolean>): boolean {
  const returns = indexOf(fileOf(fn)).returns.get(fn) ?? [];
  return (
    returns.length > 0 &&
    returns.every((each) => {
      const at = unwrap(each);
      return at.type === "NewExpression" ? promisesFoundPort(at, next) : next(at);
    })
  );
}

/** `new Promise((resolve) => … resolve(server.address().port) …)` */
function promisesFoundPort(made: TSESTree.NewExpression, next: Next<boolean>): boolean {
  const executor = made.arguments[0];
  if (made.callee.type !== "Identifier" || made.callee.name !== "Promise" || !isFunction(executor)) return false;
  const [settle] = executor.params;
  const settles = settle && variableOf(settle);
  const given = indexOf(fileOf(executor)).calls.flatMap((call) =>
    settles && contains(executor, call) && variableOf(call.callee) === settles ? [call.arguments[0]] : [],
  );
  return given.length > 0 && given.every((each) => each && next(each));
}
