import { readFileSync } from "node:fs";
import { mayHaveSites } from "../../rules/src/engine.ts";
import type { FactId } from "../../rules/src/kernel/facts.ts";
import type { Message, RuleLevels } from "./check.ts";

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

/** Declarations call nothing. */
const DECLARATIONS = /\.d\.(?:\w+\.)?[cm]?ts$/i;

/** Reads and checks files one after the other. `step` is told after each how many are done, `found` of each report as it comes. */
export async function scan(files: Iterable<string>, options: ScanOptions, step: (done: number) => void = () => {}, found: (report: FileReport) => void = () => {}): Promise<Scan> {
  const reports: FileReport[] = [];
  const problems: string[] = [];
  let checker: ((path: string, text: string) => FileReport | null) | null = null;
  let done = 0;
  for (const path of files) {
    const text = DECLARATIONS.test(path) ? null : readText(path);
    if (text !== null && mayHaveSites(text)) {
      // The parser takes longer to load than most projects to read, and most projects never need it.
      checker ??= (await import("./scan-file.ts")).fileChecker(options, problems);
      const report = checker(path, text);
      if (report) {
        reports.push(report);
        found(report);
      }
    }
    step(++done);
  }
  return { reports, problems };
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
