import { isFunction, nameOf, unwrap, type Call, type FunctionNode, type Node } from "./ast.ts";
import { functionOf } from "./calls.ts";
import { findOnce, type Found } from "./resolving.ts";
import { alone, fileOf, indexOf, perFile, perText } from "./source.ts";

/** Inside a catch block, a `.catch()` callback or an 'error' listener. */
export function inErrorHandling(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent ?? undefined) {
    if (at.type === "CatchClause") return true;
    if (isFunction(at) && listenersOf(at).includes("error")) return true;
  }
  return false;
}

const listeners = perFile((): Found<string[]> => new Map());

/** The names of the events that a function listens to, given inline or by name; `.catch(fn)` counts as 'error'. */
export function listenersOf(fn: FunctionNode): readonly string[] {
  const parent = fn.parent as Node | undefined;
  if (parent?.type === "CallExpression") return eventOf(parent);
  return alone(() => findOnce(listeners(fileOf(fn)), fn, () => findListeners(fn))) ?? [];
}

function findListeners(fn: FunctionNode): string[] {
  return listening(fileOf(fn)).flatMap(({ call, event }) =>
    call.arguments.some((each) => each.type !== "SpreadElement" && !isFunction(each) && functionOf(each) === fn)
      ? [event]
      : [],
  );
}

/** The calls that hand over a listener by its name. */
const listening = perText((file) =>
  indexOf(file).calls.flatMap((call) =>
    call.arguments.some((each) => each.type === "Identifier" || each.type === "MemberExpression")
      ? eventOf(call).map((event) => ({ call, event }))
      : [],
  ),
);

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
