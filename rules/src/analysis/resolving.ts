import { unwrap, type Node } from "./ast.ts";
import { fileOf, perFile } from "./source.ts";
import type { Value } from "./value.ts";

/** Names that stand for names that stand for names: nobody writes more, and the stack has an end. */
const DEEPEST = 100;

interface Answers {
  /** What an expression is. */
  expression(node: Node): Value | null;
  /** What a value has under a name. */
  member(value: Value, name: string): Value | null;
}

/**
 * What stands for something while it is being found (`depth`: after how many others), and for what was found while
 * somebody came back to something that is still being found: true for this way in alone.
 */
interface Pending<T> {
  depth: number;
  value: T | null;
}

/** What was found for keys. */
export type Found<T> = Map<Node, { value: T | null } | Pending<T>>;

const valuesOf = perFile((): Found<Value> => new Map());

/** How many things are being found: each asked for the next. */
let depth = 0;
/** The first of them that somebody has come back to, by its depth. */
let cut = Infinity;
/** What was found on this way in, to be dropped at its end. */
const provisional: (() => void)[] = [];

let answers: Answers | undefined;

/**
 * Says how values are found. The pieces of the analysis ask for values of other expressions while they find one; they
 * ask here, so that they need not import each other in a circle. values.ts, which knows them all, answers.
 */
export function resolvesWith(those: Answers): void {
  answers = those;
}

function answering(): Answers {
  if (!answers) throw new Error("analysis/values.ts has to be loaded before a value is resolved");
  return answers;
}

/** What an expression is, found once; null when nobody can say. */
export function resolve(node: Node): Value | null {
  const at = unwrap(node);
  const found = valuesOf(fileOf(at));
  // Each call of a long chain asks for the one before it: a thousand of them are found from the first one on.
  if (depth === 0 && !found.has(at)) {
    const before = chainBefore(at, found);
    while (before.length > 1) find(found, before.pop() as Node);
  }
  return find(found, at);
}

function find(found: Found<Value>, at: Node): Value | null {
  return findOnce(found, at, () => answering().expression(at));
}

/** The links of `a.b().c().d()` whose values are not known, the last one first. */
function chainBefore(last: Node, found: Found<Value>): Node[] {
  const links: Node[] = [];
  for (let at: Node | null = last; at && !found.has(at);) {
    links.push(at);
    const before: Node | null =
      at.type === "CallExpression" ? at.callee : at.type === "MemberExpression" ? at.object : null;
    at = before && unwrap(before);
  }
  return links;
}

/**
 * Finds something once, and keeps it. A circle finds nothing where it closes; what that has led to is not kept, for
 * another way into the circle may find more.
 */
export function findOnce<T>(found: Found<T>, key: Node, find: () => T | null): T | null {
  const known = found.get(key);
  if (known) {
    if ("depth" in known) cut = Math.min(cut, known.depth);
    return known.value;
  }
  if (depth > DEEPEST) {
    cut = 0;
    return null;
  }
  const begun = provisional.length;
  found.set(key, { depth, value: null });
  let value: T | null = null;
  let lasts = false;
  try {
    lasts = look(() => (value = find()));
  } finally {
    if (lasts) {
      for (const drop of provisional.splice(begun)) drop();
      found.set(key, { value });
    } else {
      found.set(key, { depth: cut, value });
      provisional.push(() => found.delete(key));
      if (depth === 0) for (const drop of provisional.splice(0)) drop();
    }
  }
  return value;
}

/** Whether what this finds is so for everybody, rather than on the way that has led here. */
function look(find: () => void): boolean {
  const outer = cut;
  cut = Infinity;
  const own = depth++;
  try {
    find();
    return cut >= own;
  } finally {
    depth--;
    cut = cut >= own ? outer : Math.min(cut, outer);
  }
}

/** Collects something; what is found meanwhile sees what is there so far, once it has said so with the given function. */
export function collecting(collect: (seen: () => void) => void): void {
  const own = depth;
  look(() => collect(() => (cut = Math.min(cut, own))));
}

/** What a value has under a name: an export, a property, a field, a method. */
export function memberOf(value: Value, name: string): Value | null {
  return answering().member(value, name);
}
