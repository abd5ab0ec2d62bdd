import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, contains, isFunction, nameOf, unwrap, words, type Call, type Node } from "../analysis/ast.ts";
import { fileOf, indexOf } from "../analysis/source.ts";
import type { ApiSite } from "./site.ts";

/** A try statement whose catch clause waits for the error of a listen in its block. */
export type DeafTry = TSESTree.TryStatement & { handler: TSESTree.CatchClause };

/** What listen() does throw: an argument it does not take, a server that listens already. */
const THROWN = /\bERR_[A-Z]|\b(?:Range|Type)Error\b|\binvalid\b|\balready.?listen/i;

/** The try statement around a listen whose catch clause is written for the listen's failure; null where there is none. */
export function deafTry(site: ApiSite): DeafTry | null {
  let from: Node = site.call;
  for (const at of ancestors(site.call)) {
    if (isFunction(at)) return null;
    if (at.type === "TryStatement" && from === at.block && at.handler)
      return waitsForListen(at as DeafTry, site) ? (at as DeafTry) : null;
    from = at;
  }
  return null;
}

function waitsForListen({ block, handler }: DeafTry, site: ApiSite): boolean {
  const file = fileOf(site.call);
  const text = file.text.slice(...handler.body.range);
  if (THROWN.test(text)) return false;
  if (/\b(?:EADDRINUSE|EACCES)\b/.test(text)) return true;
  const inside = (outer: Node) => indexOf(file).calls.filter((each) => contains(outer, each));
  const others = inside(block).filter((each) => each !== site.call && !isInCallback(each, site));
  const handled = inside(handler.body);
  if (handled.some((each) => nameOf(unwrap(each.callee)) === "listen")) return true;
  // What looks for a free port, or reads it, may be what throws.
  const looksForPort = others.some((each) => words(file.text.slice(...each.callee.range)).some(isPort));
  if (!looksForPort && words(text).some(isPort)) return true;
  // What listens inside a promise does more before that, which may fail too.
  return others.length === 0 && site.operation.emitsError?.by !== null && onlyExits(handler.body, handled);
}

const isPort = (word: string) => word === "port" || word === "ports";

function isInCallback(call: Call, site: ApiSite): boolean {
  return site.call.arguments.some((each) => isFunction(each) && contains(each, call));
}

/** Ends the process and does nothing else but print. */
function onlyExits(body: TSESTree.BlockStatement, calls: readonly Call[]): boolean {
  const text = fileOf(body).text;
  return (
    body.body.every((each) => each.type === "ExpressionStatement") &&
    calls.some((each) => /^process\??\.exit$/.test(text.slice(...each.callee.range))) &&
    body.body.every((each) => /^(?:console|logger|log|process)\b/.test(text.slice(...each.range)))
  );
}
