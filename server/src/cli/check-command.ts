import { selectFiles } from "../files.ts";
import { render } from "../formats.ts";
import { counts, plural } from "../formats/words.ts";
import type { FileReport } from "../scan.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { hasColour } from "./colour.ts";
import type { Streams } from "./main.ts";
import { progressOn } from "./progress.ts";

/** `portreuse check`: selects the files, checks them, writes the report. @throws UsageError */
export async function check({ paths, format, rules, maxWarnings, quiet }: Arguments, { out, err }: Streams, cwd: string): Promise<number> {
  // The parser loads while Git lists the files.
  const [{ files, bases, missing, other }, { scanAll }, { readRuleArgument }] = await Promise.all([selectFiles(paths, cwd), import("../scan-all.ts"), import("./levels.ts")]);
  const wanted = rules.map(readRuleArgument);
  const wrong = [...wanted.flatMap((each) => each.problems), ...missing.map((path) => `no such file or directory: ${path}`)];
  if (wrong.length > 0) throw new UsageError(wrong.join("\n"));
  for (const path of other) err.write(`portreuse: ${path} is neither JavaScript nor TypeScript; it was not checked.\n`);
  if (files.length === 0 && other.length === 0) err.write(`portreuse: no JavaScript or TypeScript files in ${paths.join(", ")}.\n`);

  const progress = progressOn(err, files.length);
  const levels = Object.assign({}, ...wanted.map((each) => each.levels)) as (typeof wanted)[number]["levels"];
  const { reports: all, problems } = await scanAll(files, { cwd, bases, levels }, progress.step).finally(progress.clear);
  for (const problem of problems) err.write(`portreuse: ${problem}\n`);

  const reports = quiet ? withoutWarnings(all) : all;
  out.write(await render(format, { reports, cwd, files: files.length, colour: hasColour(out) }));
  const { errors, warnings } = counts(reports);
  if (maxWarnings === null) return errors + warnings > 0 ? 1 : 0;
  if (errors === 0 && warnings > maxWarnings) err.write(`portreuse: ${plural(warnings, "warning")}, and --max-warnings allows ${maxWarnings}.\n`);
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}

function withoutWarnings(reports: readonly FileReport[]): FileReport[] {
  return reports.map((file) => ({ ...file, reports: file.reports.filter((each) => each.message.severity === 2) })).filter((file) => file.reports.length > 0);
}
