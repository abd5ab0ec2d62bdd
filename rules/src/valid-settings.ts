import { printable } from "./printable.ts";
import type { ConfigurationProblem } from "./program/configuration-problem.ts";

/** A rule of ESLint's face alone: the other hosts have places of their own for what is wrong with settings. */
export const VALID_SETTINGS = {
  name: "valid-settings",
  description: "Disallow settings that make no sense",
  level: "error",
} as const;

/** The file in which a sentence about the whole run stands. */
const saidIn = new Map<string, string>();

/**
 * Those sentences that have not been said in another file. A thread of `--concurrency` is a run of its own. An editor
 * keeps this module for days and checks a file again and again: a sentence stays where it was said first.
 */
export function onceInARun(sentences: readonly string[], filename: string): string[] {
  return sentences.filter((each) => {
    const where = saidIn.get(each) ?? filename;
    saidIn.set(each, where);
    return where === filename;
  });
}

/** Where the rule is not switched on nobody else can report them: ESLint shows every report under the name of a rule. */
export function warn(sentences: readonly string[]): void {
  for (const each of sentences) process.emitWarning(printable(each), { type: "PortreuseSettingsWarning" });
}

/** Whether the rule speaks of it, or will when it comes to a file of that package. */
export function isOfSettings({ path, text, isWhole }: ConfigurationProblem): boolean {
  return /[\\/](?:package\.json|deno\.jsonc?)$/.test(path) && (isWhole || text.startsWith("portreuse."));
}

/** Lines about configurations of the project that have been given out. */
const warned = new Set<string>();

/** What of a project could not be looked at is nobody's finding: a warning of the process, once. A thread of `--concurrency` is a process here. */
export function warnOnce(lines: readonly string[]): void {
  for (const each of lines) {
    if (warned.has(each)) continue;
    warned.add(each);
    process.emitWarning(printable(each), { type: "PortreuseConfigurationWarning" });
  }
}
