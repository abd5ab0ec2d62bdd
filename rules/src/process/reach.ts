import { enclosingFunction, nameOf, unwrap, words, type FunctionNode, type Node } from "../analysis/ast.ts";
import { conditionsOf, holds, type Condition } from "../analysis/conditions.ts";
import { evaluate } from "../analysis/constants.ts";
import { inSteps } from "../analysis/in-steps.ts";
import { resolve } from "../analysis/values.ts";
import type { Site } from "../sockets/site.ts";
import {
  calleePath,
  handoverAt,
  handoversOf,
  isExported,
  parameterCalls,
  placesOf,
  textOf,
  valueOf,
  type Handover,
} from "./calls.ts";
import { launchers } from "./launchers.ts";
import { ROLES, type Role } from "./roles.ts";
import type { Assumptions } from "../analysis/assumptions.ts";
import { functionOf } from "../analysis/calls.ts";

/** Whether a process or thread of some role comes by a place. */
export type Answer = "yes" | "no" | "maybe";

/** Both have to be so. */
export function both(a: Answer, b: Answer): Answer {
  return a === "no" || b === "no" ? "no" : a === "yes" && b === "yes" ? "yes" : "maybe";
}

/** One is enough. */
export function either(answers: readonly Answer[]): Answer {
  return answers.includes("yes") ? "yes" : answers.every((each) => each === "no") ? "no" : "maybe";
}

/** Library calls that run the function they are given, sooner or later, wherever they are run themselves. */
const RUNS =
  /^(?:then|finally|nextTick|setImmediate|setTimeout|queueMicrotask|forEach|map|flatMap|from|times|listen|once|Promise|ready|define(?:Nitro|Nuxt)?Plugin)$/;

/** Whether a function that is exported is called from other files. */
export type Outside = (fn: FunctionNode) => Answer;

/** What is asked: the roles of the process, all at once, and a condition that is known to hold for another reason. */
interface Question {
  assume: Assumptions;
  told: ((condition: Condition) => boolean) | undefined;
  /** Whether other files call a function that they can call. */
  outside: Outside | undefined;
  /** Functions that are looked at, or were. Those that call themselves in a circle may be run. */
  seen: Map<FunctionNode, Answer>;
}

/**
 * Whether a process or thread that has all these roles runs the code at a node, as far as the file shows.
 * `told`: conditions that are known to hold, whatever they test.
 */
export function runsIn(
  node: Node,
  roles: Role | readonly Role[],
  told?: (condition: Condition) => boolean,
  outside?: Outside,
): Answer {
  return reach(node, { assume: assumptionsOf(roles), told, outside, seen: new Map() });
}

/** The same for a site, whose arguments may depend on more. */
export function siteRunsIn(
  site: Site,
  roles: Role | readonly Role[],
  outside?: Outside,
  told?: (condition: Condition) => boolean,
): Answer {
  const question: Question = { assume: assumptionsOf(roles), told, outside, seen: new Map() };
  return both(underConditions(site.conditions, question), reach(site.call, question));
}

/**
 * The same for a function that is handed to a call at a node, by a name that another module knows it by: `throng({ master:
 * startStatus })`. Null where it is not an argument, nor an option in one.
 */
export function handedRunsIn(node: Node, roles: readonly Role[], outside: Outside): Answer | null {
  const handover = handoverAt(node);
  if (!handover) return null;
  const question: Question = { assume: assumptionsOf(roles), told: undefined, outside, seen: new Map() };
  const reached = reach(handover.call, question);
  return reached === "no" ? "no" : both(reached, isRunBy(handover, question));
}

function assumptionsOf(roles: Role | readonly Role[]): Assumptions {
  return Object.assign({}, ...[roles].flat().map((each) => ROLES[each])) as Assumptions;
}

function reach(node: Node, question: Question): Answer {
  const here = underConditions(conditionsOf(node, Infinity), question);
  const fn = enclosingFunction(node);
  return here === "no" || !fn ? here : both(here, isCalled(fn, question));
}

function underConditions(conditions: readonly Condition[], question: Question): Answer {
  return conditions
    .map((each) => (question.told?.(each) ? "yes" : answerOf(each, question.assume)))
    .reduce(both, "yes");
}

function isCalled(fn: FunctionNode, question: Question): Answer {
  const known = question.seen.get(fn);
  if (known) return known;
  question.seen.set(fn, "maybe");
  const answers = placesOf(fn)
    .filter((each) => !isInside(each, fn))
    .map((each) => reach(each, question));
  for (const handover of handoversOf(fn)) {
    const reached = reach(handover.call, question);
    answers.push(reached === "no" ? "no" : both(reached, isRunBy(handover, question)));
  }
  const inFile = either(answers.length > 0 ? answers : ["maybe"]);
  const answer = inFile !== "yes" && isExported(fn) ? either([...answers, question.outside?.(fn) ?? "maybe"]) : inFile;
  question.seen.set(fn, answer);
  return answer;
}

function isInside(node: Node, fn: FunctionNode): boolean {
  return fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1];
}

/** Whether a call runs the function that it is given as an argument. */
function isRunBy({ call, argument, option }: Handover, question: Question): Answer {
  const path = calleePath(call);
  const launcher = path === null ? undefined : launchers[path];
  if (launcher?.kind === "cluster") {
    // `throng({ master, worker })`: what is not for the workers is for the primary.
    const side = option && !launcher.callbackOptions?.includes(option) ? "cluster.isPrimary" : "cluster.isWorker";
    return fromTruth(question.assume[side]);
  }
  const wrapper = functionOf(call.callee);
  if (wrapper) {
    const calls = parameterCalls(wrapper, argument);
    // Past the conditions around the wrapper's own calls: this call of it is the one that counts.
    return calls ? either(calls.map((each) => within(each, wrapper, question))) : "maybe";
  }
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? nameOf(callee) : callee.type === "Identifier" ? callee.name : null;
  return name !== null && RUNS.test(name) ? "yes" : "maybe";
}

/** The conditions between a node and a function around it. */
function within(node: Node, fn: FunctionNode, question: Question): Answer {
  const here = underConditions(
    conditionsOf(node, Infinity).filter((each) => isInside(each.test, fn)),
    question,
  );
  const inner = enclosingFunction(node);
  return inner === fn || inner === null || here === "no" ? here : both(here, isCalled(inner, question));
}

function fromTruth(truth: unknown): Answer {
  return typeof truth === "boolean" ? (truth ? "yes" : "no") : "maybe";
}

function answerOf(condition: Condition, assume: Assumptions): Answer {
  if (condition.cases) return fromTruth(holds(condition, assume));
  const truth = truthOf(condition.test, assume);
  return fromTruth(truth === null ? null : truth === condition.when);
}

/** What a test comes to; null when nobody can say. */
const truthOf = inSteps<boolean | null, Assumptions>(12, null, (node, next, assume) => {
  const at = unwrap(node);
  switch (at.type) {
    case "UnaryExpression":
      if (at.operator === "!") {
        const truth = next(at.argument);
        return truth === null ? null : !truth;
      }
      break;
    case "LogicalExpression": {
      if (at.operator === "??") break;
      const decides = at.operator === "||";
      const sides = [next(at.left), next(at.right)];
      if (sides.includes(decides)) return decides;
      return sides.includes(null) ? null : !decides;
    }
    case "BinaryExpression": {
      const entry = assume["import.meta.main"];
      if (typeof entry === "boolean" && /[!=]=/.test(at.operator) && isEntryTest(at.left, at.right))
        return entry === at.operator.startsWith("=");
      break;
    }
    case "MemberExpression": {
      const named = roleProperty(at, assume);
      if (named !== null) return named;
      break;
    }
    case "Identifier": {
      const made = valueOf(at);
      if (made !== at) return next(made);
    }
  }
  const known = evaluate(at, assume);
  return known && Boolean(known.value);
});

/** `isPrimary`, `isMaster` or `isWorker` of something called cluster that comes as a parameter or field. */
function roleProperty(node: Node & { object: Node }, assume: Assumptions): boolean | null {
  const name = nameOf(node);
  const known = name === null ? undefined : assume[`cluster.${name}`];
  if (typeof known !== "boolean" || resolve(node)) return null;
  const object = unwrap(node.object);
  const last = object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? nameOf(object) : null;
  return last !== null && words(last).at(-1) === "cluster" ? known : null;
}

/** `require.main === module`, `process.argv[1] === fileURLToPath(import.meta.url)`, `import.meta.path === Bun.main`. */
function isEntryTest(a: Node, b: Node): boolean {
  const [x, y] = [textOf(valueOf(a)), textOf(valueOf(b))];
  const pair = (program: RegExp, own: RegExp) => (program.test(x) && own.test(y)) || (program.test(y) && own.test(x));
  return (
    pair(/^require\.main$/, /^module$/) ||
    pair(/\bprocess\.argv\[1\]|\bBun\.main\b|\bDeno\.mainModule\b/, /\bimport\.meta\.|\b__filename\b/)
  );
}
