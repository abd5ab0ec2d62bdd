import { quoted } from "../nearest.ts";
import type { Arguments } from "./arguments.ts";
import { SHOW_SUGGESTIONS } from "./formats.ts";
import { plural, shown } from "./formats/words.ts";
import { progressOn } from "./progress.ts";
import { applySuggestions } from "./fix-suggestions.ts";
import { report, withoutWarnings, type Outcome } from "./report.ts";
import { scanAll } from "./scan-all.ts";
import type { Selection } from "./selection.ts";
import type { Streams } from "./streams.ts";
import type { ScanOptions, Skipped } from "./scan-types.ts";

/**
 * Checks files and writes the report. `wrong`: what is wrong with the command line, a line each.
 * @returns the exit code, see `report`
 */
export async function checkSelection(
  selection: Selection,
  asked: Arguments,
  levels: ScanOptions["levels"],
  streams: Streams,
  cwd: string,
  wrong: readonly string[],
): Promise<number> {
  const options = {
    cwd,
    bases: selection.bases,
    levels,
    suggestions: asked.fix !== null || SHOW_SUGGESTIONS.has(asked.format),
    eslint: asked.eslint,
  };
  const { outcome, notes } = await scan(selection, options, asked, streams, wrong);
  if (asked.fix === null) return report(outcome, notes, asked, streams, cwd);

  const applied = applySuggestions(asked.quiet ? withoutWarnings(outcome.reports) : outcome.reports, asked.fix, cwd);
  if (asked.fix === "show") {
    streams.out.write(applied.diff);
    // The diff is all that stands on standard output.
    const silent = { ...streams, out: { write: () => true } };
    return report(outcome, [...notes, ...applied.notes], asked, silent, cwd);
  }
  const left = applied.files === 0 ? { outcome, notes } : await scan(selection, options, asked, streams, wrong);
  const problems = [...left.outcome.problems, ...applied.problems];
  return report({ ...left.outcome, problems }, [...left.notes, ...applied.notes], asked, streams, cwd);
}

/** The same for the text that comes from standard input. */
export async function checkStdin(
  asked: Arguments,
  levels: ScanOptions["levels"],
  streams: Streams,
  cwd: string,
  wrong: readonly string[],
): Promise<number> {
  const { checkInput } = await import("./check-input.ts");
  const { outcome, notes } = await checkInput(asked, levels, streams, cwd);
  return report({ ...outcome, problems: [...wrong, ...outcome.problems] }, notes, asked, streams, cwd);
}

async function scan(
  { files, named, other, problems: missing }: Selection,
  options: ScanOptions,
  { includeGenerated, paths, since }: Arguments,
  { err }: Streams,
  wrong: readonly string[],
): Promise<{ outcome: Outcome; notes: string[] }> {
  const { cwd } = options;
  const progress = progressOn(err, files.length);
  const {
    reports,
    skipped,
    problems: settings,
    notes,
  } = await scanAll(files, options, (path) => includeGenerated || named.has(path), progress.step).finally(
    progress.clear,
  );
  const unseen = new Set(skipped.map((each) => each.path));
  const generated = skipped.filter((each) => each.why === "generated").map((each) => shown(each.path, cwd));
  const where = paths.map(place).join(", ");
  return {
    outcome: {
      reports,
      checked: files.filter((path) => !unseen.has(path)),
      problems: [...wrong, ...missing, ...skipped.flatMap((each) => problemOf(each, cwd)), ...settings],
    },
    notes: [
      ...other.map((path) => `${path} is neither JavaScript nor TypeScript; it was not checked.`),
      ...skipped.flatMap(({ path, why }) =>
        why === "binary" && named.has(path)
          ? [`${shown(path, cwd)} is binary, it holds a zero byte; it was not checked.`]
          : [],
      ),
      ...notes,
      ...(generated.length > 0 ? [skippedGenerated(generated)] : []),
      ...(files.length > 0 || other.length + missing.length > 0
        ? []
        : since === null
          ? [`no JavaScript or TypeScript files in ${where}.`]
          : [`since ${since} nothing has changed that concerns JavaScript or TypeScript files in ${where}.`]),
    ],
  };
}

/** What kept a file from being checked, where that is a problem. */
export function problemOf({ path, why, reason }: Skipped, cwd: string): string[] {
  if (why === "unreadable") return [`cannot read ${shown(path, cwd)}: ${reason}.`];
  return why === "failed" ? [`Internal error while checking ${shown(path, cwd)} (please report it): ${reason}`] : [];
}

/** How many paths are named before the rest is counted. */
const NAMED = 3;

/** That bundles and the like were passed over. */
export function skippedGenerated(paths: readonly string[]): string {
  const more = paths.length - NAMED;
  const names = `${paths.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const [were, them] = paths.length === 1 ? ["was", "it"] : ["were", "them"];
  return `${plural(paths.length, "generated file")} ${were} not checked: ${names}. --include-generated checks ${them}.`;
}

/** A directory as it stands in a sentence. */
function place(path: string): string {
  return /^\.[\\/]?$/.test(path) ? "the working directory" : /^[\w/\\-]+$/.test(path) ? path : quoted(path);
}
