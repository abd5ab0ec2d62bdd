import { relative, resolve } from "node:path";
import { isDeclaration } from "../../../rules/src/lint.ts";
import { linesOf } from "../../../rules/src/program/configuration-problem.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { isCode } from "../project/code-files.ts";
import type { Arguments } from "./arguments.ts";
import { eslintFor } from "./eslint-for.ts";
import { SHOW_SUGGESTIONS } from "./formats.ts";
import { isOutside } from "./formats/words.ts";
import type { Outcome } from "./report.ts";
import { fileChecker } from "./scan-file.ts";
import type { Streams } from "./streams.ts";
import type { ScanOptions } from "./scan-types.ts";
import { withoutSuppressed } from "./suppressions.ts";

/** Checks a text from standard input as if it stood in the file that the command line names; that file need not be there. */
export async function checkInput(
  asked: Arguments,
  levels: ScanOptions["levels"],
  streams: Streams,
  cwd: string,
): Promise<{ outcome: Outcome; notes: string[] }> {
  const name = asked.stdin as string;
  const path = resolve(cwd, name);
  const chunks: Buffer[] = [];
  for await (const chunk of streams.in) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  // As with files: without an extension somebody may have meant it.
  if (!isCode(path) && /\.[^./\\]+$/.test(name)) {
    const note = `${name} is neither JavaScript nor TypeScript; it was not checked.`;
    return { outcome: { reports: [], checked: [], problems: [] }, notes: [note] };
  }
  const problems: string[] = [];
  const bases = new Map(isOutside(relative(cwd, path)) ? [[path, resolve(path, "..")]] : []);
  const { check, notes, configurations } = fileChecker(
    { cwd, bases, levels, suggestions: SHOW_SUGGESTIONS.has(asked.format), eslint: asked.eslint },
    problems,
  );
  if (isDeclaration(path) || !mayHaveSites(text))
    return { outcome: { reports: [], checked: [path], problems }, notes: [] };
  const eslint = await eslintFor([path], { eslint: asked.eslint, cwd });
  const found = check(path, text, eslint.configured.get(path));
  const left = withoutSuppressed(found ? [found] : [], eslint.configured);
  problems.push(...eslint.problems, ...left.problems);
  return {
    outcome: { reports: left.reports, checked: [path], problems },
    notes: [...linesOf(configurations(), problems), ...notes, ...eslint.notes],
  };
}
