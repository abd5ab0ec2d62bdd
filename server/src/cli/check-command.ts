import { readArguments, type Arguments } from "./arguments.ts";
import { isUsageError } from "./options.ts";
import { select, type Selection } from "./selection.ts";
import type { Streams } from "./streams.ts";
import type { ScanOptions } from "./scan-types.ts";

/**
 * `portreuse check`: selects the files, checks them, writes the report, and then what kept it from being complete.
 * What is wrong with the command line is one of the problems of the outcome.
 * @returns the exit code, see `report`
 */
export async function checkCommand(args: readonly string[], streams: Streams, cwd: string): Promise<number> {
  const { asked, problems: wrong } = readArguments(args);
  const levels = await levelsOf(asked.rules, wrong);
  // What checks is large: it is loaded while Git lists the files.
  const loading = import("./check-selection.ts");
  const selection = asked.stdin === null ? await selected(asked, wrong, cwd) : null;
  if (asked.fix === "write" && wrong.length > 0) {
    // Who knows what was meant: --dry-rnu.
    asked.fix = null;
    wrong.push("Nothing was written: --fix-suggestions does so only where no option is wrong.");
  }
  const { checkSelection, checkStdin } = await loading;
  return selection
    ? checkSelection(selection, asked, levels, streams, cwd, wrong)
    : checkStdin(asked, levels, streams, cwd, wrong);
}

/** The files that are asked for; all of them where it cannot be known what has changed. */
async function selected(asked: Arguments, wrong: string[], cwd: string): Promise<Selection> {
  try {
    return await select(asked.paths, asked.since, cwd);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    wrong.push(`${error.message} All files are checked.`);
    asked.since = null;
    return select(asked.paths, null, cwd);
  }
}

/** The levels of --rule; what is wrong with them is added to `problems`. */
async function levelsOf(rules: readonly string[], problems: string[]): Promise<ScanOptions["levels"]> {
  if (rules.length === 0) return {};
  const { readRuleArgument } = await import("./rule-argument.ts");
  const read = rules.map(readRuleArgument);
  problems.push(...read.flatMap((each) => each.problems));
  return Object.assign({}, ...read.map((each) => each.levels)) as ScanOptions["levels"];
}
