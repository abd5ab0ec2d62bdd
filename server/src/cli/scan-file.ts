import { diskFiles } from "../../../rules/src/program/files.ts";
import type { ConfigurationProblem } from "../../../rules/src/program/configuration-problem.ts";
import { packageProblems } from "../../../rules/src/package-problems.ts";
import type { PackageFile } from "../../../rules/src/program/package-file.ts";
import { nearestPackageFile } from "../../../rules/src/program/package-json.ts";
import type { SettingsSources } from "../../../rules/src/settings.ts";
import { projectsOf } from "../../../rules/src/runs/projects.ts";
import { readLevels, recommendedLevels, type RuleLevels } from "../lint/levels.ts";
import { locate } from "../lint/located.ts";
import { lineStartsOf, parseFile } from "../lint/parse.ts";
import { checkCandidate } from "../lint/problems.ts";
import { relativePath } from "./formats/words.ts";
import type { Configured, FileReport, ScanOptions } from "./scan-types.ts";

/** Checks one candidate after the other. */
interface FileChecker {
  check(path: string, text: string, configured?: Configured): FileReport | null;
  /** Misspelt words of comments, one line each. */
  notes: readonly string[];
  /** What of the projects around them could not be looked at. */
  configurations(): readonly ConfigurationProblem[];
}

/** What is wrong with package.json files is added to `problems`. */
export function fileChecker({ cwd, bases, levels, suggestions }: ScanOptions, problems: string[]): FileChecker {
  const levelsFor = packageLevels(levels, problems);
  const unknown: string[] = [];
  // The files stay as they are for as long as this runs.
  const projects = projectsOf(parseFile, diskFiles({ once: true, kept: 8_000_000 }));
  const check: FileChecker["check"] = (path, content, configured) => {
    const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
    const shown = relativePath(configured?.directory ?? bases.get(path) ?? cwd, path);
    const pkg = nearestPackageFile(path);
    const settings: SettingsSources = {
      host: configured?.settings ?? {},
      hostName: configured ? "settings.portreuse" : "command line",
      package: pkg?.package ?? null,
    };
    const own = levelsFor(pkg);
    const program = { filename: path, runs: () => projects.of(path, bases.get(path) ?? cwd) };
    const problems = checkCandidate({
      text,
      path: shown,
      settings,
      levels: configured ? { ...configured.levels, ...levels } : own,
      program,
      unknownWord: (each, line) => void unknown.push(`${shown}:${line}: ${each.text}`),
    });
    if (problems.length === 0) return null;
    const lineStarts = lineStartsOf(text);
    return { path, text, problems: problems.map((each) => locate(each, lineStarts, suggestions)) };
  };
  return { check, notes: unknown, configurations: () => projects.problems() };
}

/** The levels that package.json files set, below those of the command line; each file is read once. */
function packageLevels(above: RuleLevels, problems: string[]): (pkg: PackageFile | null) => RuleLevels {
  const recommended = { ...recommendedLevels(), ...above };
  const known = new Map<string, RuleLevels>();
  return (pkg) => {
    if (!pkg) return recommended;
    const where = pkg.settingsPath ?? pkg.path;
    let levels = known.get(where);
    if (!levels) {
      const set = pkg.package.portreuse?.rules;
      const own =
        typeof set === "object" && set !== null && !Array.isArray(set) ? readLevels(set) : { levels: {}, problems: [] };
      problems.push(...packageProblems(pkg), ...own.problems.map((each) => `${where}: portreuse.rules: ${each}`));
      known.set(where, (levels = { ...recommended, ...own.levels, ...above }));
    }
    return levels;
  };
}
