import type { Arguments } from "./arguments.ts";
import { hasColour } from "./colour.ts";
import { render } from "./formats.ts";
import { counts, plural, shownFirst } from "./formats/words.ts";
import { complain, type Streams } from "./streams.ts";
import type { FileReport } from "./scan-types.ts";

export interface Outcome {
  reports: readonly FileReport[];
  /** The files that were checked, as absolute paths. */
  checked: readonly string[];
  /** What kept files from being checked or settings from being used, one line each. */
  problems: readonly string[];
}

/** Formats for people: where nothing is found they say so. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(["stylish", "codeframe"]);

/**
 * Writes a report, and then the lines about what kept it from being complete. `notes` are lines for people between the two.
 * @returns 0 no errors and no more warnings than allowed, 1 otherwise, 2 something could not be checked or is set wrongly
 */
export async function report(
  { reports: all, checked, problems }: Outcome,
  notes: readonly string[],
  { format, quiet, maxWarnings, colour }: Arguments,
  streams: Streams,
  cwd: string,
): Promise<number> {
  const { out } = streams;
  const reports = quiet ? withoutWarnings(all) : all;
  const { errors, warnings } = counts(reports);
  out.write(
    await render(format, {
      reports,
      cwd,
      files: checked.length,
      checked,
      problems,
      colour: hasColour(out, colour),
    }),
  );
  if (reports.length === 0 && checked.length > 0 && FOR_PEOPLE.has(format))
    out.write(`✔ No ${quiet ? "errors" : "problems"} in ${plural(checked.length, "file")}\n`);
  for (const line of [...notes, ...problems]) complain(streams, shownFirst(line, cwd));
  const over = maxWarnings !== null && warnings > maxWarnings;
  if (over && errors === 0)
    complain(streams, `${plural(warnings, "warning")}, and --max-warnings allows ${maxWarnings}.`);
  return problems.length > 0 ? 2 : errors > 0 || over ? 1 : 0;
}

/** What --quiet leaves. */
export function withoutWarnings(reports: readonly FileReport[]): FileReport[] {
  return reports
    .map((file) => ({ ...file, problems: file.problems.filter((each) => each.severity === 2) }))
    .filter((file) => file.problems.length > 0);
}
