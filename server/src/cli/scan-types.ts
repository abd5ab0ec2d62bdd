import type { Shares } from "./shares.ts";
import type { ConfigurationProblem } from "../../../rules/src/program/configuration-problem.ts";
import type { UserSettings } from "../../../rules/src/settings.ts";
import type { RuleLevels } from "../lint/levels.ts";
import type { LocatedProblem } from "../lint/located.ts";

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
  /** The project's ESLint configuration: its levels are used, a line says that there is one, or nothing. */
  eslint: "use" | "mention" | "ignore";
}

/** What the project's ESLint configuration says about a file. */
export interface Configured {
  /** Where ESLint runs: paths count from there. */
  directory: string;
  levels: RuleLevels;
  settings: UserSettings;
  /** The names that our plugin goes by there. */
  names: readonly string[];
}

/** A file that was not checked, or not to the end. */
export interface Skipped {
  /** Absolute. */
  path: string;
  /** `failed`: by an error of this program. */
  why: "binary" | "gone" | "unreadable" | "generated" | "failed";
  /** Of `unreadable` and `failed`: what the file system or the error said. */
  reason: string;
}

export interface Scan {
  reports: FileReport[];
  skipped: Skipped[];
  /** What is wrong with configurations, one line each. */
  problems: string[];
  /** What people may want to know of configurations, one line each. */
  notes: string[];
}

/** A file that may hold something. */
export interface Candidate {
  /** Its place in the list of files. */
  index: number;
  path: string;
  /** In characters. */
  size: number;
  /** As it was read; absent where it has to be read again. */
  text?: string;
  /** Absent where no ESLint configuration is asked. */
  configured?: Configured;
}

/** What one thread has found: reports with the places of their files, and what is wrong with package.json files. */
export interface Found {
  found: readonly (readonly [index: number, report: FileReport])[];
  skipped: readonly Skipped[];
  problems: readonly string[];
  /** Misspelt words of comments, one line each. */
  notes: readonly string[];
  /** What of the projects could not be looked at. */
  configurations: readonly ConfigurationProblem[];
}

/** What a second thread is given. */
export interface ScanTask {
  /** What is taken at once: neighbours, which mostly need the same project and the same other files. */
  blocks: readonly (readonly Candidate[])[];
  options: ScanOptions;
  /** Who checks which blocks, and how far everybody is. */
  shares: Shares;
  /** The number of the thread, from 0. */
  thread: number;
}
