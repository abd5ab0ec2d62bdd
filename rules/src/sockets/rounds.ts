import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, contains, enclosingFunction, isFunction, nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { callsOf } from "../analysis/calls.ts";
import { evaluate } from "../analysis/constants.ts";
import { isSet } from "../analysis/options.ts";
import type { Known } from "../analysis/operators.ts";
import { inErrorHandling } from "../analysis/listeners.ts";
import { indexOf, fileOf, textOf, type Variable } from "../analysis/source.ts";
import { elementsOf, iterationAt } from "../analysis/loops.ts";
import { parameterOf, variableOf } from "../analysis/variables.ts";
import { closesBetween } from "./closing.ts";
import { addressOf, overlapOf, siteAddress, type Address, type Overlap } from "./collisions.ts";
import { isSameValue } from "./same-value.ts";
import { runTogether, runsOnceIn } from "./runs-together.ts";
import type { CallSite, FileSites } from "./site.ts";

/** What a variable is in one round of a loop, or in one call of a function. */
interface Round {
  values: ReadonlyMap<Variable, Node>;
  /** The call, or the loop. */
  at: Node;
}

/** One listen that opens its port more than once: the places that run it, and how its addresses overlap. */
export interface Rounds {
  kind: "loop" | "calls";
  first: Node;
  second: Node;
  overlap: Overlap;
  /** One server listens in every round. */
  again?: true;
}

function isMadeOutside(site: CallSite, body: Node): boolean {
  const made = site.origins.at(-1) as Partial<Node> | undefined;
  return made?.range !== undefined && !contains(body, made as Node);
}

/** The first two rounds that open one port on overlapping addresses; null where no two are seen. */
export function roundsOf(site: CallSite, sites: FileSites): Rounds | null {
  const loop = loopAround(site, sites);
  const rounds = loop ?? callsAround(site, sites);
  if (!rounds) return null;
  if (loop && site.operation.again === "throws" && isMadeOutside(site, rounds[0]!.at))
    return { kind: "loop", first: rounds[0]!.at, second: rounds[1]!.at, overlap: "same", again: true };
  for (const [i, one] of rounds.entries())
    for (const other of rounds.slice(i + 1)) {
      const overlap = samePort(site, one, other) ? overlapIn(site, one, other, sites) : null;
      if (overlap && (loop || (runTogether(one.at, other.at, sites) && !closesBetween(one.at, other.at))))
        return { kind: loop ? "loop" : "calls", first: one.at, second: other.at, overlap };
    }
  return null;
}

/** `for (const host of ["::", "0.0.0.0"])`, `[a, b].forEach((app) => …)`, `for (let i = 0; i < 4; i++)`: its rounds, where the listen stands in each of them. */
function loopAround(site: CallSite, sites: FileSites): Round[] | null {
  for (const at of ancestors(site.call)) {
    if (at.type === "ForStatement") {
      const round = { at, values: new Map<Variable, Node>() };
      return countsUp(at) && runsInBody(site.call, at, sites) ? [round, { ...round }] : null;
    }
    const iteration = iterationAt(at);
    if (iteration) {
      const elements = elementsOf(iteration.list);
      if (!elements || !runsInBody(site.call, at, sites)) return null;
      return elements.map((each) => ({ at, values: bind(iteration.target, each) }));
    }
    if (isFunction(at) || /^(?:For|ForIn|While|DoWhile)Statement$/.test(at.type)) return null;
  }
  return null;
}

/** `let i = 0; i < 4; i++`: two rounds at least. */
function countsUp({ init, test, update }: TSESTree.ForStatement): boolean {
  const start = init?.type === "VariableDeclaration" ? init.declarations[0]?.init : null;
  if (!start || test?.type !== "BinaryExpression" || update?.type !== "UpdateExpression") return false;
  const [from, to] = [evaluate(start)?.value, evaluate(test.right)?.value];
  return (
    update.operator === "++" &&
    /^<=?$/.test(test.operator) &&
    typeof from === "number" &&
    typeof to === "number" &&
    to - from + (test.operator === "<=" ? 1 : 0) >= 2
  );
}

/** No condition, early exit or close stands in the loop's body around the listen. */
function runsInBody(call: Node, body: Node, sites: FileSites): boolean {
  const scope = isFunction(body) ? body : enclosingFunction(body);
  const leaves = /\b(?:break|continue|return|throw)\b|\.\s*(?:close|stop|kill|destroy|once)\b/;
  const text = fileOf(call).text.slice(body.range[0], body.range[1]);
  if (leaves.test(text)) return false;
  if (isFunction(body)) return runsOnceIn(call, scope, sites);
  return enclosingFunction(call) === scope && !conditional(call, body);
}

function conditional(call: Node, body: Node): boolean {
  for (const at of ancestors(call)) {
    if (at === body) return false;
    if (/^(?:If|Switch|Try|Conditional|Logical|While|For)/.test(at.type)) return true;
  }
  return true;
}

/** The calls of the function that a listen stands in, or of one around that, with what each gives for its parameters. */
function callsAround(site: CallSite, sites: FileSites): Round[] | null {
  if (!mayHavePort(site) || inErrorHandling(site.call)) return null;
  for (let fn = enclosingFunction(site.call); fn; fn = enclosingFunction(fn)) {
    // What is closed in a function is closed in all around it. The callers may stand in other files, and come last.
    if (CLOSES.test(textOf(fn))) return null;
    const calls = callsOf(fn);
    if (!calls || calls.length < 2) continue;
    const around = fn;
    if (!runsOnceIn(site.call, fn, sites) || calls.some((each) => contains(around, each))) return null;
    return calls.map((call) => ({ at: call as Node, values: parametersOf(around, call.arguments as readonly Node[]) }));
  }
  return null;
}

const CLOSES = /\.\s*(?:close|stop|kill|destroy)\b/;

function parametersOf(fn: { params: readonly Node[] } & object, args: readonly Node[]): Map<Variable, Node> {
  const values = new Map<Variable, Node>();
  for (const [i, parameter] of (fn.params as readonly Node[]).entries()) {
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    const given = args[i] ?? (parameter.type === "AssignmentPattern" ? parameter.right : undefined);
    const variable = target.type === "Identifier" ? variableOf(target) : undefined;
    if (variable && given && !args.slice(0, i + 1).some((each) => each.type === "SpreadElement"))
      values.set(variable, given);
  }
  return values;
}

function bind(target: Node | null, element: Node): Map<Variable, Node> {
  const values = new Map<Variable, Node>();
  const name = target && unwrap(target);
  if (name?.type === "Identifier") {
    const variable = variableOf(name);
    if (variable) values.set(variable, element);
  }
  const from = unwrap(element);
  if (name?.type === "ArrayPattern" && from.type === "ArrayExpression")
    for (const [i, each] of name.elements.entries()) {
      const variable = each?.type === "Identifier" ? variableOf(each) : undefined;
      if (variable && from.elements[i]) values.set(variable, from.elements[i]);
    }
  if (name?.type === "ObjectPattern" && from.type === "ObjectExpression")
    for (const each of name.properties) {
      const variable =
        each.type === "Property" && each.value.type === "Identifier" ? variableOf(each.value) : undefined;
      const given = from.properties.find(
        (one): one is TSESTree.Property => one.type === "Property" && nameOf(one) === nameOf(each as Node),
      );
      if (variable && given) values.set(variable, given.value as Node);
    }
  return values;
}

/** The expression that stands for `node` in one round; null where it depends on the round in a way that is not followed. */
function inRound(node: Node, { values, at }: Round): Node | null {
  const it = unwrap(node);
  const variable = it.type === "Identifier" ? variableOf(it) : undefined;
  if (variable) {
    const given = values.get(variable);
    if (given) return variable.references.every((each) => !each.isWrite() || each.init === true) ? given : null;
  }
  if (it.type === "MemberExpression" && it.object.type === "Identifier") {
    const host = variableOf(it.object);
    const element = host && values.get(host);
    const literal = element && unwrap(element);
    if (literal) {
      const found =
        literal.type === "ObjectExpression" && !literal.properties.some((each) => each.type === "SpreadElement")
          ? literal.properties.find((each) => each.type === "Property" && nameOf(each) === nameOf(it))
          : undefined;
      return found?.type === "Property" ? (found.value as Node) : null;
    }
  }
  return mentionsRound(it, at) ? null : it;
}

/** Reads a variable that is made inside the loop or the function, or a parameter of it. */
function mentionsRound(node: Node, at: Node): boolean {
  const scope = at.type === "CallExpression" || at.type === "NewExpression" ? null : at;
  for (const [name, variable] of indexOf(fileOf(node)).variableOf) {
    if (!contains(node, name)) continue;
    const definition = variable.defs[0]?.name as Node | undefined;
    if (
      definition &&
      (scope ? contains(scope, definition) : parameterOf(variable) !== null || enclosingFunction(definition))
    )
      return evaluate(name) === null;
  }
  return false;
}

/** What two calls may open both; without it nobody has to look for them, who may stand in other files. */
function mayHavePort({ endpoint }: CallSite): boolean {
  return endpoint.kind === "port" && (endpoint.value !== undefined || endpoint.node !== undefined);
}

function samePort(site: CallSite, one: Round, other: Round): boolean {
  if (site.endpoint.kind !== "port") return false;
  const { node, value } = site.endpoint;
  if (value !== undefined) return true;
  if (!node) return false;
  const [x, y] = [inRound(node, one), inRound(node, other)];
  if (!x || !y || !isSameValue(x, y)) return false;
  const known = evaluate(x);
  return known ? Number(known.value) > 0 : site.endpoint.fallback !== undefined;
}

function overlapIn(site: CallSite, one: Round, other: Round, sites: FileSites): Overlap | null {
  const [x, y] = [addressIn(site, one, sites), addressIn(site, other, sites)];
  return x && y ? overlapOf(x, y) : null;
}

function addressIn(site: CallSite, round: Round, sites: FileSites): Address | null {
  const { host } = site;
  const only6 = site.option("ipv6Only");
  if (!isSet(host) || host.state === "known" || !host.node) return siteAddress(site, sites);
  const node = inRound(host.node, round);
  const known: Known = node && evaluate(node);
  return known && only6.state !== "unknown" && only6.state !== "open"
    ? addressOf(known.value, only6.value === true)
    : null;
}
