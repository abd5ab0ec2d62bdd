import { readFileSync } from "node:fs";
import { mayHaveSites } from "../../rules/src/engine.ts";
import type { FactId } from "../../rules/src/kernel/facts.ts";
import type { Message, RuleLevels } from "./check.ts";
import type { ScanTask } from "./scan-all.ts";

/** A place in a file; lines and columns from 1, the end exclusive. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A message with what the formats say beside it. */
export interface Report {
  message: Message;
  facts: readonly FactId[];
  related: readonly (Place & { message: string })[];
}

/** A file with findings. Plain data, so that it can come from another thread. */
export interface FileReport {
  /** Absolute. */
  path: string;
  /** Without its byte order mark. */
  text: string;
  reports: readonly Report[];
}

export interface ScanOptions {
  cwd: string;
  /** For files outside the working directory: the directory that their paths count from. */
  bases: ReadonlyMap<string, string>;
  /** Levels of the command line, over those of package.json. */
  levels: RuleLevels;
}

export interface Scan {
  reports: FileReport[];
  /** What is wrong with the settings of package.json files, one line each. */
  problems: string[];
}

/** Git's own measure of what is binary: a zero byte in what comes first. */
const SNIFFED = 8000;

/** A file that may hold something; `index` is its place in the list of files, `size` in characters. */
export interface Candidate {
  index: number;
  path: string;
  size: number;
}

/** What one thread has found: reports with the places of their files, and what is wrong with package.json files. */
export interface Found {
  found: readonly (readonly [index: number, report: FileReport])[];
  problems: readonly string[];
}

/** Declarations call nothing. */
const DECLARATIONS = /\.d\.(?:\w+\.)?[cm]?ts$/i;

/** Reads all files and keeps those that are worth parsing; this is quick, and most projects have few. `step` is told how many of the others there were. */
export function candidatesIn(files: readonly string[], step: (done: number) => void = () => {}): Candidate[] {
  const candidates: Candidate[] = [];
  files.forEach((path, index) => {
    const text = DECLARATIONS.test(path) ? null : readText(path);
    if (text !== null && mayHaveSites(text)) candidates.push({ index, path, size: text.length });
    step(index + 1 - candidates.length);
  });
  return candidates;
}

/** Checks candidates until none is left that nobody has taken. `step` is told how many all threads together have taken. */
export async function checkCandidates({ candidates, options, next }: ScanTask, step: (taken: number) => void = () => {}): Promise<Found> {
  // The parser takes longer to load than most projects to read, and many never need it.
  const { fileChecker } = await import("./scan-file.ts");
  const problems: string[] = [];
  const check = fileChecker(options, problems);
  const found: [number, FileReport][] = [];
  for (let taken = Atomics.add(next, 0, 1); taken < candidates.length; taken = Atomics.add(next, 0, 1)) {
    const { index, path } = candidates[taken] as Candidate;
    const text = readText(path);
    const report = text === null ? null : check(path, text);
    if (report) found.push([index, report]);
    step(taken + 1);
  }
  return { found, problems };
}

/** The text of a file; null for one that is binary, too large for a string, gone or not ours to read. */
function readText(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    return bytes.subarray(0, SNIFFED).includes(0) ? null : bytes.toString("utf8");
  } catch {
    return null;
  }
}
