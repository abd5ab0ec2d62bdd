import { ancestors, isFunction, nameOf, stringOf, unwrap, type Call, type Node } from "../analysis/ast.ts";
import { identities, isSame } from "../analysis/identities.ts";
import { listenersOf } from "../analysis/listeners.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
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

function closes(call: Call, site: CallSite): boolean {
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? nameOf(callee) : callee.type === "Identifier" ? callee.name : null;
  // `await once(server, "close")`.
  if (name === "once" && call.arguments.some((each) => stringOf(each as Node) === "close")) return true;
  if (name === null || !CLOSES.test(name)) return false;
  if (callee.type !== "MemberExpression") return true;
  // A loop variable or a parameter may be any server.
  return !resolve(callee.object) || isSame(identities(callee.object), site.origins);
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
