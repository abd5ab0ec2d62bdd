import { relative } from "node:path";
import { packageProblems } from "../../../rules/src/package-problems.ts";
import { nearestPackageFile } from "../../../rules/src/program/package-json.ts";
import { linesOf } from "../../../rules/src/program/configuration-problem.ts";
import { diskFiles } from "../../../rules/src/program/files.ts";
import { projectsOf } from "../../../rules/src/runs/projects.ts";
import { ParseError, parseFile, positionAt, lineStartsOf } from "../lint/parse.ts";
import { listensIn } from "../map/listens.ts";
import type { Listen } from "../map/model.ts";
import { readText } from "../project/read-text.ts";
import type { Candidate, ScanOptions, Skipped } from "./scan-types.ts";

interface Mapped {
  listens: Listen[];
  skipped: Skipped[];
  /** Files that cannot be parsed, a sentence each; their listens are missing. */
  unparsed: string[];
  /** What is wrong with the settings of their packages, a line each. */
  settings: string[];
  /** What of the projects around them could not be looked at, a line each. */
  notes: readonly string[];
}

/** Looks for listens in files. `step` is given how many are done. */
export function mapFiles(
  candidates: readonly Candidate[],
  { cwd, bases }: Pick<ScanOptions, "cwd" | "bases">,
  step: (done: number) => void,
): Mapped {
  const mapped: Mapped = { listens: [], skipped: [], unparsed: [], settings: [], notes: [] };
  const wrong = new Set<string>();
  const projects = projectsOf(parseFile, diskFiles({ once: true }));
  candidates.forEach((candidate, i) => {
    const { path } = candidate;
    const read = candidate.text === undefined ? readText(path) : { text: candidate.text };
    const shown = relative(bases.get(path) ?? cwd, path).replaceAll("\\", "/");
    if (read.text === null) mapped.skipped.push({ path, why: read.why, reason: read.reason });
    else {
      const text = read.text.replace(/^\uFEFF/, "");
      const pkg = nearestPackageFile(path);
      for (const each of pkg ? packageProblems(pkg) : []) wrong.add(each);
      const settings = { host: {}, hostName: "command line", package: pkg?.package ?? null };
      const program = { filename: path, runs: () => projects.of(path, bases.get(path) ?? cwd) };
      try {
        mapped.listens.push(...listensIn({ text, path: shown, settings, program }));
      } catch (error) {
        if (error instanceof ParseError) {
          const { line, column } = positionAt(lineStartsOf(text), error.offset);
          mapped.unparsed.push(`cannot parse ${shown}:${line}:${column}: ${error.message.replace(/\.$/, "")}.`);
        } else mapped.skipped.push({ path, why: "failed", reason: String((error as Error).stack ?? error) });
      }
    }
    step(i + 1);
  });
  const settings = [...wrong].sort();
  return { ...mapped, settings, notes: linesOf(projects.problems(), settings) };
}
