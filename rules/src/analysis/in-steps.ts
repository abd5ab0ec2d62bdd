import type { Node } from "./ast.ts";

/** So many steps cost less than keeping what they lead to; most questions take fewer. */
const FEW = 32;

/** Asks the same question of another node, some steps deeper. */
export type Next<T> = (node: Node, steps?: number) => T;

/**
 * A question that is asked of node after node, from a name to what stands for it and from there to the next name: what is
 * more than `most` steps away comes to `beyond`. Each node is looked at once in a question, however many ways lead to
 * it: a function that calls itself in three places leads to itself in three ways at each step, 3²⁰ in twenty.
 */
export function inSteps<T, About = void>(
  most: number,
  beyond: T,
  look: (node: Node, next: Next<T>, about: About) => T,
): (node: Node, about: About) => T {
  return (start, about) => {
    let steps = 0;
    /** What each node came to, by how many steps away it was. */
    let known: Map<Node, Map<number, T>> | null = null;
    const ask = (node: Node, depth: number): T => {
      if (depth > most) return beyond;
      const next: Next<T> = (child, more = 1) => ask(child, depth + more);
      // A literal leads nowhere, and a list may have thousands.
      if (++steps <= FEW || node.type === "Literal") return look(node, next, about);
      known ??= new Map();
      let answers = known.get(node);
      if (!answers) known.set(node, (answers = new Map()));
      if (answers.has(depth)) return answers.get(depth) as T;
      const answer = look(node, next, about);
      answers.set(depth, answer);
      return answer;
    };
    return ask(start, 0);
  };
}

/** More nodes than this are not looked at for one yes. */
const MOST_NODES = 1000;

/** The same for a question that one yes answers, however far away: each node is looked at once. */
export function anywhere<About>(
  look: (node: Node, next: Next<boolean>, about: About) => boolean,
): (node: Node, about: About) => boolean {
  return (start, about) => {
    const seen = new Set<Node>();
    const ask = (node: Node): boolean => {
      if (seen.has(node) || seen.size >= MOST_NODES) return false;
      seen.add(node);
      return look(node, ask, about);
    };
    return ask(start);
  };
}
