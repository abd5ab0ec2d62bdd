import { isDeclaration } from "../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import type { RuleLevels } from "../lint/levels.ts";
import type { LocatedProblem } from "../lint/located.ts";
import { readText } from "../project/read-text.ts";
import type { ScanTask } from "./scan-all.ts";

/** A file with problems. Plain data, so that it can come from another thread. */
export interface FileReport {
  /** Absolute. */
  path: string;
  /** Without its byte order mark. */
  text: string;
  problems: readonly LocatedProblem[];
}

export interface ScanOptions {
  cwd: string;
  /** For files outside the working directory: the directory that their paths count from. */
  bases: ReadonlyMap<string, string>;
  /** Levels of the command line, over those of package.json. */
  levels: RuleLevels;
  /** Whether anybody reads the suggestions. */
  suggestions: boolean;
}

/** A file that was not checked, or not to the end. */
export interface Skipped {
  /** Absolute. */
  path: string;
  /** `failed`: by a mistake of this program. */
  why: "binary" | "gone" | "unreadable" | "failed";
  /** Of the last two: what the file system or the error said. */
  reason: string;
}

export interface Scan {
  reports: FileReport[];
  skipped: Skipped[];
  /** What is wrong with package.json files, one line each. */
  problems: string[];
}

/** A file that may hold something; `index` is its place in the list of files, `size` in characters. */
export interface Candidate {
  index: number;
  path: string;
  size: number;
}

/** What one thread has found: reports with the places of their files, and what is wrong with package.json files. */
export interface Found {
  found: readonly (readonly [index: number, report: FileReport])[];
  skipped: readonly Skipped[];
  problems: readonly string[];
}

/** Reads all files and keeps those that are worth parsing; this is quick, and most projects have few. `step` is told how many of the others there were. */
export function candidatesIn(
  files: readonly string[],
  step: (done: number) => void = () => {},
): { candidates: Candidate[]; skipped: Skipped[] } {
  const candidates: Candidate[] = [];
  const skipped: Skipped[] = [];
  files.forEach((path, index) => {
    const read = isDeclaration(path) ? { text: "" } : readText(path);
    if (read.text === null) skipped.push({ path, why: read.why, reason: read.reason });
    else if (mayHaveSites(read.text)) candidates.push({ index, path, size: read.text.length });
    step(index + 1 - candidates.length);
  });
  return { candidates, skipped };
}

/** Checks candidates until none is left that nobody has taken. `step` is told how many all threads together have taken. */
export async function checkCandidates(
  { candidates, options, next }: ScanTask,
  step: (taken: number) => void = () => {},
): Promise<Found> {
  // The parser takes longer to load than most projects to read, and many never need it.
  const { fileChecker } = await import("./scan-file.ts");
  const problems: string[] = [];
  const skipped: Skipped[] = [];
  const check = fileChecker(options, problems);
  const found: [number, FileReport][] = [];
  for (let taken = Atomics.add(next, 0, 1); taken < candidates.length; taken = Atomics.add(next, 0, 1)) {
    const { index, path } = candidates[taken] as Candidate;
    const read = readText(path);
    if (read.text === null) skipped.push({ path, why: read.why, reason: read.reason });
    else
      try {
        const report = check(path, read.text);
        if (report) found.push([index, report]);
      } catch (error) {
        // One file that nobody thought of may not cost the findings of all others.
        skipped.push({
          path,
          why: "failed",
          reason: (error as Error).stack?.replace(/\s*\n\s*/g, " ").slice(0, 300) ?? String(error),
        });
      }
    step(taken + 1);
  }
  return { found, skipped, problems };
}
