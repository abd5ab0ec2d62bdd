import { ancestors, isFunction, isLoop, nameOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionsAround, isExported } from "./calls.ts";
import { functionName } from "./names.ts";

/** Why code runs more than once. */
export interface Repeated {
  by: "loop" | "handler" | "function";
  at: Node;
}

/** Calls that run a function for each item. */
const EACH = /^(?:forEach|map|flatMap|each|eachSeries|eachLimit|mapSeries|mapLimit|setInterval)$/;
/** Calls that are given what answers requests. */
const ROUTES =
  /^(?:get|post|put|patch|delete|del|all|use|options|head|route|handle|on|once|addListener|createServer|createSecureServer|serve|onRequest|onCall|http)$/;
const HANDLER_OPTIONS = /^(?:fetch|handler|handle|onRequest|GET|POST|PUT|PATCH|DELETE)$/;
const REQUEST = /^_?(?:req|request|ctx|context|c|event|incoming\w*)$/i;
const RESPONSE = /^_?(?:res|response|reply|resp|next)$/i;
/** Exported functions that a program runs once. */
const ONCE = /^(?:main|run|start|init|initialize|setup|bootstrap|activate|install|postinstall|cli)$/;

/** Whether code is in a loop, in a request handler or in a function that other files may call; null where it runs once, as far as is seen. */
export function repeated(node: Node): Repeated | null {
  const loop = loopAround(node);
  if (loop) return { by: "loop", at: loop };
  const functions = [...functionsAround(node)];
  const handler = functions.find(isHandler);
  if (handler) return { by: "handler", at: handler };
  const exported = functions.find((fn) => isExported(fn) && !runsOnce(fn));
  return exported && !functions.some(runsOnce) ? { by: "function", at: exported } : null;
}

function loopAround(node: Node): Node | null {
  let from: Node = node;
  for (const at of ancestors(node)) {
    if (isLoop(at) && (at as { body: Node }).body === from) return at;
    if (isFunction(at) && !isRunOnTheSpot(at)) {
      const call = at.parent as Node;
      return call.type === "CallExpression" &&
        call.arguments.includes(at as never) &&
        EACH.test(lastName(call.callee) ?? "")
        ? call
        : null;
    }
    from = at;
  }
  return null;
}

/** `new Promise((resolve) => …)` */
function isRunOnTheSpot(fn: FunctionNode): boolean {
  const parent = fn.parent as Node;
  if (parent.type === "CallExpression" && parent.callee === fn) return true;
  return parent.type === "NewExpression" && lastName(parent.callee) === "Promise";
}

/** A function that is given requests: as an argument of what routes them, or by the name of its option, and with their names. */
function isHandler(fn: FunctionNode): boolean {
  const [first, second] = fn.params.map(parameterName);
  if (!(REQUEST.test(first ?? "") || RESPONSE.test(second ?? ""))) return false;
  const parent = fn.parent as Node;
  if (parent.type === "Property") return HANDLER_OPTIONS.test(nameOf(parent) ?? "");
  return (
    parent.type === "CallExpression" &&
    parent.arguments.includes(fn as never) &&
    ROUTES.test(lastName(parent.callee) ?? "")
  );
}

function parameterName(node: Node): string {
  const at = node.type === "AssignmentPattern" ? node.left : node;
  return at.type === "Identifier" ? at.name : "";
}

function lastName(node: Node): string | null {
  const at = unwrap(node);
  return at.type === "Identifier" ? at.name : at.type === "MemberExpression" ? nameOf(at) : null;
}

function runsOnce(fn: FunctionNode): boolean {
  const parent = fn.parent as Node;
  return (parent.type === "MethodDefinition" && parent.kind === "constructor") || ONCE.test(functionName(fn) ?? "");
}
