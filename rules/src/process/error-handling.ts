import { ancestors, contains, nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { fileOf, indexOf, textOf } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { variableOf, writesOf } from "../analysis/variables.ts";
import type { FileSites, Site } from "../sockets/site.ts";
import { listeningTo, usesOfResult } from "../sockets/uses.ts";
import { functionsAround, namedCalls } from "./calls.ts";
import { functionOf } from "../analysis/calls.ts";

const UNSUPPORTED = /\b(?:ENOTSUP|EOPNOTSUPP)\b/;

/** Whether ENOTSUP is looked at where errors of this socket arrive. */
export function handlesUnsupported(all: FileSites, site: Site): boolean {
  const mentions = (node: Node, depth = 0): boolean => {
    if (UNSUPPORTED.test(textOf(node))) return true;
    if (depth > 1) return false;
    // A set of codes or a helper that the handler reads.
    return indexOf(fileOf(node)).calls.some((call) => {
      if (!contains(node, call)) return false;
      const callee = unwrap(call.callee);
      const target = callee.type === "MemberExpression" ? callee.object : callee;
      const value = resolve(target);
      if (value?.kind === "local") return !contains(value.node, node) && mentions(value.node, depth + 1);
      if (target.type !== "Identifier") return false;
      const variable = variableOf(target);
      const writes = variable ? writesOf(variable) : null;
      return writes?.some((write) => UNSUPPORTED.test(textOf(write.node))) ?? false;
    });
  };
  const toErrors = listeningTo("error");
  const results = site.kind === "raw" ? [] : usesOfResult(all, site.call, toErrors);
  for (const use of [...all.uses(site.origins, toErrors), ...results]) {
    const listener = functionOf(use.call.arguments[1] as Node | undefined);
    if (listener && mentions(listener)) return true;
  }
  if (site.kind !== "raw" && site.callback && site.callback.params.length > 0 && mentions(site.callback)) return true;
  // Of the call, or of one by which a function around it is called.
  return [site.call, ...[...functionsAround(site.call)].flatMap(namedCalls)].some((call) => isCaught(call, mentions));
}

/** Whether what throws or rejects at a node comes to a `try` block or a `.catch(…)` that looks at the error. */
function isCaught(node: Node, mentions: (node: Node) => boolean): boolean {
  let from = node;
  for (const at of ancestors(node)) {
    if (at.type === "TryStatement" && from === at.block && at.handler && mentions(at.handler)) return true;
    if (at.type === "CallExpression" && nameOf(from) === "catch") {
      const handler = functionOf(at.arguments[0] as Node | undefined);
      if (handler && mentions(handler)) return true;
    }
    from = at;
  }
  return false;
}
