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

/** The modules that have agents, or calls that do without. */
export function agentModules(packages: readonly Package[]): string[] {
  return packages
    .filter(({ entries }) => Object.values(entries).some(({ does }) => does?.keepsConnections ?? does?.withoutAgent))
    .flatMap(({ modules }) => modules);
}

/**
 * Whether a text may make an agent for one request, or ask for none: see sockets/own-agents.ts. A class is looked for under
 * its own name, or where it gets another one. What other options are spread into differs from request to request.
 */
export function agentsOf(packages: readonly Package[]): ((text: string) => boolean) | null {
  const loaded = agentModules(packages);
  if (loaded.length === 0) return null;
  const kept = packages.flatMap(({ entries }) =>
    Object.entries(entries).flatMap(([key, { does }]) =>
      does?.keepsConnections ? [key.split(/[.#]/).at(-1) as string] : [],
    ),
  );
  const names = [...new Set(kept)].join("|");
  const modules = new RegExp(importedPlainly(loaded));
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

/** What holds the agent of a whole program, and the calls that set it, by their last names. */
function defaultAgents(packages: readonly Package[]): { held: string[]; calls: string[] } {
  const shared = packages.flatMap(({ entries }) =>
    Object.values(entries).flatMap(({ does }) => does?.defaultAgent ?? []),
  );
  const last = (path: string) => path.slice(path.lastIndexOf(".") + 1);
  return {
    held: [...new Set(shared.flatMap(({ heldIn = [] }) => heldIn.map(last)))],
    calls: [...new Set(shared.flatMap(({ setBy }) => (setBy ? [last(setBy.call)] : [])))],
  };
}

/** Without one of these words in a text `exchangesAgent` is false. */
export function exchangeWords(packages: readonly Package[]): string[] {
  const { held, calls } = defaultAgents(packages);
  return [...held, ...calls];
}

const exchanging = perPackages((packages) => {
  const { held, calls } = defaultAgents(packages);
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
