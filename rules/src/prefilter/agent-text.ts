import type { Package } from "../catalogue/types.ts";
import { importedPlainly, perPackages } from "./parts.ts";

/** The options that take one: see sockets/spent.ts. */
const OPTION = "(?:agent|httpAgent|httpsAgent|dispatcher)";
/** What an agent for one call stands behind: the name of an option or of a variable. `this.agent = new …` keeps it. */
const SPENT = [
  `\\b${OPTION}["']?\\s*:`,
  "(?:\\b(?:const|let|var|using)\\s|,)\\s*[\\w$]+\\s*(?::[^=;,(){}]{1,99})?=",
  `(?<![.\\w$])(?!this\\b)[A-Za-z_$][\\w$]*\\s*(?:\\.\\s*${OPTION}|\\[\\s*["']${OPTION}["']\\s*\\])\\s*=`,
];
/** got takes one for each protocol: `agent: { https: new https.Agent() }`. */
const BY_PROTOCOL = /\bagent["']?\s*:\s*\{/;
const OF_PROTOCOL = `\\bhttps?["']?\\s*:`;
/** `new Client(origin).request(…)`: the call, in what follows the name. */
const RECEIVES = /\)\s*\.\s*(?:request|stream|pipeline|dispatch|get|fetch)\s*\(/;
const NEAR = 1000;

/**
 * Whether a text may make an agent for one request, or ask for none: see sockets/own-agents.ts. A class is looked for under
 * its own name, or where it gets another one. What other options are spread into differs from request to request.
 */
export function agentsOf(packages: readonly Package[]): ((text: string) => boolean) | null {
  const having = packages.filter(({ entries }) =>
    Object.values(entries).some(({ does }) => does?.keepsConnections ?? does?.withoutAgent),
  );
  if (having.length === 0) return null;
  const kept = having.flatMap(({ entries }) =>
    Object.entries(entries).flatMap(([key, { does }]) =>
      does?.keepsConnections ? [key.split(/[.#]/).at(-1) as string] : [],
    ),
  );
  const names = [...new Set(kept)].join("|");
  const modules = new RegExp(importedPlainly(having.flatMap((each) => each.modules)));
  const makes = `\\bnew(?=\\s+(?:[\\w$]+\\s*\\.\\s*)*(?:${names})\\b(?!\\s*\\(\\s*\\{\\s*\\.\\.\\.))`;
  const behind = (words: readonly string[]) => new RegExp(`${makes}(?<=(?:${words.join("|")})[\\s(]*new)`);
  const [spent, spentByProtocol, any] = [behind(SPENT), behind([OF_PROTOCOL]), new RegExp(makes, "g")];
  const none = /\bagent["']?\s*:\s*false\b/;
  const renames = new RegExp(
    `\\b(?:${names})\\s+as\\s|[{,]\\s*(?:${names})\\s*:\\s*[A-Za-z_$]|(?<![=!<>])=\\s*[\\w$]{1,60}\\.(?:${names})\\b(?!\\s*[.(])`,
  );
  const receives = (text: string) =>
    [...text.matchAll(any)].some(({ index }) => RECEIVES.test(text.slice(index, index + NEAR)));
  return (text) =>
    modules.test(text) &&
    (none.test(text) ||
      spent.test(text) ||
      renames.test(text) ||
      (BY_PROTOCOL.test(text) && spentByProtocol.test(text)) ||
      receives(text));
}

const exchanging = perPackages((packages) => {
  const shared = packages.flatMap(({ entries }) =>
    Object.values(entries).flatMap(({ does }) => does?.defaultAgent ?? []),
  );
  const last = (path: string) => path.slice(path.lastIndexOf(".") + 1);
  const held = [...new Set(shared.flatMap(({ heldIn = [] }) => heldIn.map(last)))];
  const calls = [...new Set(shared.flatMap(({ setBy }) => (setBy ? [last(setBy.call)] : [])))];
  const words = [
    ...(held.length > 0
      ? [`\\b(?:${held.join("|")})\\b["'\`\\]]*\\s*(?:(?:\\?\\?|\\|\\||&&)?=(?!=)|\\.\\s*options\\b)`]
      : []),
    ...(calls.length > 0 ? [`\\b(?:${calls.join("|")})\\b`] : []),
  ];
  return words.length === 0 ? null : new RegExp(words.join("|"));
});

/** Whether a text may exchange the agent of a whole program, or change its options: see sockets/default-agent.ts. */
export function exchangesAgent(text: string): boolean {
  return exchanging()?.test(text) ?? false;
}
