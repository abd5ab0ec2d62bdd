import { canonicalModule } from "../catalogue/index.ts";
import { perText, type SourceFile } from "./source.ts";

/** The packages that specifiers stand for in a file where package.json gives them another name: `uws` → `uWebSockets.js`. */
export const aliasesIn = perText(() => new Map<string, string>());

/** The catalogue's name of the module that a specifier means in a file. */
export function moduleIn(file: SourceFile, specifier: string): string {
  return canonicalModule(aliasesIn(file).get(specifier) ?? specifier);
}
