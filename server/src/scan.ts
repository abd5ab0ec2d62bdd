import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { mayHaveSites } from "../../rules/src/engine.ts";
import type { FactId } from "../../rules/src/kernel/facts.ts";
import { nearestPackage } from "../../rules/src/package-json.ts";
import { isTestFile, settingsProblems, type PackageJson, type SettingsSources } from "../../rules/src/settings.ts";
import { checkText, recommendedLevels, type Message, type RuleLevels } from "./check.ts";
import { readLevels } from "./cli/levels.ts";
import { positionAt } from "./parse.ts";

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

/** Reads and checks files one after the other. `step` is told after each how many are done, `found` of each report as it comes. */
export function scan(files: Iterable<string>, options: ScanOptions, step: (done: number) => void = () => {}, found: (report: FileReport) => void = () => {}): Scan {
  const reports: FileReport[] = [];
  const packages = new Packages(options.levels);
  let done = 0;
  for (const path of files) {
    const report = scanFile(path, options, packages);
    if (report) {
      reports.push(report);
      found(report);
    }
    step(++done);
  }
  return { reports, problems: packages.problems };
}

function scanFile(path: string, { cwd, bases }: ScanOptions, packages: Packages): FileReport | null {
  const content = readText(path);
  if (content === null || !mayHaveSites(content)) return null;
  const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  const shown = relative(bases.get(path) ?? cwd, path).replaceAll("\\", "/");
  const pkg = nearestPackage(path);
  const settings: SettingsSources = { host: {}, hostName: "command line", package: pkg };
  if (isTestFile(shown, settings)) return null;
  const { messages, findings, file } = checkText({ text, path: shown, settings, levels: packages.levelsFor(pkg, path) });
  if (messages.length === 0) return null;
  const placeOf = ([start, end]: readonly [number, number]): Place => {
    const [from, to] = [positionAt(file?.lineStarts ?? [0], start), positionAt(file?.lineStarts ?? [0], end)];
    return { ...from, endLine: to.line, endColumn: to.column };
  };
  const reports = messages.map((message, i) => {
    const finding = findings[i]?.finding;
    return { message, facts: finding?.facts ?? [], related: (finding?.related ?? []).map((each) => ({ ...placeOf(each.at.range), message: each.message })) };
  });
  return { path, text, reports };
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

/** The levels that package.json files set, read once for each. */
class Packages {
  readonly problems: string[] = [];
  readonly #levels = new Map<PackageJson | null, RuleLevels>();
  readonly #seen = new Map<string, RuleLevels>();
  readonly #above: RuleLevels;

  constructor(above: RuleLevels) {
    this.#above = above;
    this.#levels.set(null, { ...recommendedLevels(), ...above });
  }

  levelsFor(pkg: PackageJson | null, path: string): RuleLevels {
    let levels = this.#levels.get(pkg);
    if (levels) return levels;
    levels = pkg?.portreuse === undefined ? (this.#levels.get(null) as RuleLevels) : this.#read(pkg, packagePath(path));
    this.#levels.set(pkg, levels);
    return levels;
  }

  #read(pkg: PackageJson, path: string): RuleLevels {
    let levels = this.#seen.get(path);
    if (levels) return levels;
    const where = `${path}: portreuse`;
    const wrong = settingsProblems(pkg.portreuse, where);
    this.problems.push(...wrong);
    const set = pkg.portreuse?.rules;
    const own = typeof set === "object" && set !== null && !Array.isArray(set) ? readLevels(set) : { levels: {}, problems: [] };
    this.problems.push(...own.problems.map((each) => `${where}.rules: ${each}`));
    levels = { ...recommendedLevels(), ...own.levels, ...this.#above };
    this.#seen.set(path, levels);
    return levels;
  }
}

/** Where the package.json stands whose contents were read. */
function packagePath(path: string): string {
  for (let at = dirname(path); ; at = dirname(at)) {
    const candidate = join(at, "package.json");
    if (isReadable(candidate)) return candidate;
    if (dirname(at) === at) return candidate;
  }
}

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
