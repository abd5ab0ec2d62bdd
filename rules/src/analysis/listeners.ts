import { isFunction, nameOf, unwrap, type Call, type FunctionNode, type Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { alone, fileOf, indexOf } from "./source.ts";

/** Inside a catch block, a `.catch()` callback or an 'error' listener. */
export function inErrorHandling(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent ?? undefined) {
    if (at.type === "CatchClause") return true;
    if (isFunction(at) && listenersOf(at).includes("error")) return true;
  }
  return false;
}

/** The names of the events that a function listens to, given inline or by name; `.catch(fn)` counts as 'error'. */
export function listenersOf(fn: FunctionNode): string[] {
  return alone(() => findListeners(fn));
}

function findListeners(fn: FunctionNode): string[] {
  const file = fileOf(fn);
  const events: string[] = [];
  const parent = fn.parent as Node | undefined;
  if (parent?.type === "CallExpression") events.push(...eventOf(parent));
  else {
    for (const call of indexOf(file).calls) {
      if (!call.arguments.some((each) => each.type === "Identifier" || each.type === "MemberExpression")) continue;
      if (call.arguments.some((each) => each.type !== "SpreadElement" && !isFunction(each) && functionOf(each) === fn))
        events.push(...eventOf(call));
    }
  }
  return events;
}

function eventOf(call: Call): string[] {
  const callee = unwrap(call.callee);
  const method = nameOf(callee);
  if (method === "catch") return ["error"];
  const event = call.arguments[0];
  return method !== null &&
    /^(?:on|once|addListener|addEventListener|prepend\w*)$/.test(method) &&
    event?.type === "Literal"
    ? [String(event.value)]
    : [];
}
