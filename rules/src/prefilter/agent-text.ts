import type { Package } from "../catalogue/types.ts";
import { importedPlainly } from "./parts.ts";

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
  const makes = new RegExp(
    `\\bnew\\s+(?:[\\w$]+\\s*\\.\\s*)*(?:${names})\\b(?!\\s*\\(\\s*\\{\\s*\\.\\.\\.)|\\bagent["']?\\s*:\\s*false\\b`,
  );
  const renames = new RegExp(
    `\\b(?:${names})\\s+as\\s|[{,]\\s*(?:${names})\\s*:\\s*[A-Za-z_$]|(?<![=!<>])=\\s*[\\w$]{1,60}\\.(?:${names})\\b(?!\\s*[.(])`,
  );
  return (text) => modules.test(text) && (makes.test(text) || renames.test(text));
}
