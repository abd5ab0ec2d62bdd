/** The agent that a whole program shares, where the program exchanges it: `http.globalAgent = new http.Agent(…)`. */
import { enclosingFunction, unwrap, type Node } from "../analysis/ast.ts";
import { conditionsOf } from "../analysis/conditions.ts";
import { indexOf } from "../analysis/source.ts";
import { mentions } from "../analysis/text.ts";
import { resolve } from "../analysis/values.ts";
import { onlyValue } from "../analysis/variables.ts";
import type { DefaultAgent, Runtime } from "../catalogue/types.ts";
import { siteBehind } from "./collect.ts";
import type { CallSite } from "./site.ts";

/** A place that exchanges the agent, or changes its options; `made` is what stands there from then on. */
interface Exchange {
  at: Node;
  made: Node | null;
}

/** What connects for a call that is given no agent: null for the runtime's own, `unknown` where nobody can say: another file may have exchanged it. */
export function defaultAgentOf(site: CallSite, runtime: Runtime): CallSite | "unknown" | null {
  const shared = site.operation.defaultAgent;
  if (!shared || (shared.on && !shared.on.includes(runtime))) return null;
  if (site.file.othersExchangeAgent?.()) return "unknown";
  const before = exchanges(site, shared).filter(({ at }) => !isLater(at, site.call));
  if (before.length === 0) return null;
  const [only, ...others] = before;
  // One agent of two protocols, one of several branches, a function that may not have run: it may be either.
  if (!only?.made || others.length > 0 || (shared.heldIn?.length ?? 1) > 1 || !isCertain(only.at, site.call))
    return "unknown";
  const made = madeAt(only.made);
  if (made === null || made === "unknown") return made;
  const { setBy } = shared;
  return setBy === undefined || (made.kind === "api" && setBy.agents.includes(made.api)) ? made : "unknown";
}

function exchanges(site: CallSite, { heldIn = [], setBy }: DefaultAgent): Exchange[] {
  const index = indexOf(site.file);
  const assigned = mentions(site.file, "globalAgent") ? index.memberAssignments : [];
  const found = assigned.flatMap((assignment): Exchange[] => {
    const path = pathOf(assignment.left);
    if (heldIn.includes(path)) return [{ at: assignment, made: assignment.operator === "=" ? assignment.right : null }];
    return heldIn.some((name) => path.startsWith(`${name}.options`)) ? [{ at: assignment, made: null }] : [];
  });
  const name = setBy?.call.slice(setBy.call.lastIndexOf(".") + 1);
  if (!setBy || name === undefined || !mentions(site.file, name)) return found;
  const calls = index.calls.filter((call) => pathOf(call.callee) === setBy.call);
  return [...found, ...calls.map((call) => ({ at: call, made: call.arguments[0] ?? null }))];
}

function pathOf(node: Node): string {
  const value = resolve(node);
  return value?.kind === "path" ? value.path : "";
}

/** In the same function, behind the call. */
function isLater(at: Node, call: Node): boolean {
  return at.range[0] > call.range[1] && enclosingFunction(at) === enclosingFunction(call);
}

/** It has been done whenever the call is made: at the top of the module, or before it in the same function. */
function isCertain(at: Node, call: Node): boolean {
  const around = enclosingFunction(at);
  return (around === null || around === enclosingFunction(call)) && conditionsOf(at).length === 0;
}

/** The call that makes an agent; null for the default one, `unknown` for what only something else shows. */
export function madeAt(node: Node): CallSite | "unknown" | null {
  const at = unwrap(onlyValue(unwrap(node)) ?? node);
  const value = resolve(at);
  if (value?.kind === "path" && /^https?\.globalAgent$/.test(value.path)) return null;
  const made = at.type === "NewExpression" || at.type === "CallExpression" ? siteBehind(at) : undefined;
  return made?.operation.keepsConnections === true && !made.optionsUnknown ? made : "unknown";
}
