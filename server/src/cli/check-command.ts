import { selectFiles } from "../project/files.ts";
import { render, SHOW_SUGGESTIONS } from "./formats.ts";
import { counts, plural, shown } from "./formats/words.ts";
import type { FileReport, Skipped } from "./scan.ts";
import { quoted } from "../nearest.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { hasColour } from "./colour.ts";
import type { Streams } from "./main.ts";
import { progressOn } from "./progress.ts";

/**
 * `portreuse check`: selects the files, checks them, writes the report, and then what kept it from being complete.
 * @returns 0 nothing found, 1 findings, 2 something could not be checked or is set wrongly, whatever was found
 * @throws UsageError
 */
export async function check(
  { paths, format, rules, maxWarnings, quiet, includeGenerated }: Arguments,
  { out, err }: Streams,
  cwd: string,
): Promise<number> {
  // The parser loads while Git lists the files.
  const [{ files, bases, named, missing, other, unreadable }, { scanAll }, { readRuleArgument }] = await Promise.all([
    selectFiles(paths, cwd),
    import("./scan-all.ts"),
    import("./rule-argument.ts"),
  ]);
  const wanted = rules.map(readRuleArgument);
  const wrong = wanted.flatMap((each) => each.problems);
  if (wrong.length > 0) throw new UsageError(wrong.join("\n"));

  const progress = progressOn(err, files.length);
  const levels = Object.assign({}, ...wanted.map((each) => each.levels)) as (typeof wanted)[number]["levels"];
  const {
    reports: all,
    skipped,
    problems: settings,
  } = await scanAll(
    files,
    { cwd, bases, levels, suggestions: SHOW_SUGGESTIONS.has(format) },
    (path) => includeGenerated || named.has(path),
    progress.step,
  ).finally(progress.clear);
  const problems = [
    ...missing.map((path) => `no such file or directory: ${path === "" ? quoted(path) : path}`),
    ...unreadable.map(({ path, reason }) => `cannot read ${shown(path, cwd)}: ${reason}.`),
    ...skipped.flatMap((each) => problemOf(each, cwd)),
    ...settings,
  ];

  const reports = quiet ? withoutWarnings(all) : all;
  const unseen = new Set(skipped.map((each) => each.path));
  const checked = files.filter((path) => !unseen.has(path));
  out.write(await render(format, { reports, cwd, files: checked.length, checked, problems, colour: hasColour(out) }));
  const say = (line: string) => err.write(`portreuse: ${line}\n`);
  for (const path of other) say(`${path} is neither JavaScript nor TypeScript; it was not checked.`);
  for (const { path, why } of skipped)
    if (why === "binary" && named.has(path))
      say(`${shown(path, cwd)} is binary, it holds a zero byte; it was not checked.`);
  const generated = skipped.filter((each) => each.why === "generated").map((each) => shown(each.path, cwd));
  if (generated.length > 0) say(skippedGenerated(generated));
  if (files.length === 0 && other.length + missing.length + unreadable.length === 0)
    say(`no JavaScript or TypeScript files in ${paths.map((path) => place(path)).join(", ")}.`);
  problems.forEach(say);

  const { errors, warnings } = counts(reports);
  const over = maxWarnings === null ? warnings > 0 : warnings > maxWarnings;
  if (over && errors === 0 && maxWarnings !== null)
    say(`${plural(warnings, "warning")}, and --max-warnings allows ${maxWarnings}.`);
  return problems.length > 0 ? 2 : errors > 0 || over ? 1 : 0;
}

/** What kept a file from being checked, where that is a problem. */
export function problemOf({ path, why, reason }: Skipped, cwd: string): string[] {
  if (why === "unreadable") return [`cannot read ${shown(path, cwd)}: ${reason}.`];
  return why === "failed" ? [`Internal error while checking ${shown(path, cwd)} (please report it): ${reason}`] : [];
}

/** How many paths are named before the rest is counted. */
const NAMED = 3;

function skippedGenerated(paths: readonly string[]): string {
  const more = paths.length - NAMED;
  const names = `${paths.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const [were, them] = paths.length === 1 ? ["was", "it"] : ["were", "them"];
  return `${plural(paths.length, "generated file")} ${were} not checked: ${names}. --include-generated checks ${them}.`;
}

/** A directory as it stands in a sentence. */
function place(path: string): string {
  return /^\.[\\/]?$/.test(path) ? "the working directory" : /^[\w/\\-]+$/.test(path) ? path : quoted(path);
}

function withoutWarnings(reports: readonly FileReport[]): FileReport[] {
  return reports
    .map((file) => ({ ...file, problems: file.problems.filter((each) => each.severity === 2) }))
    .filter((file) => file.problems.length > 0);
}
