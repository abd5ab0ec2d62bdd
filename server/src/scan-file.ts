import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { nearestPackage } from "../../rules/src/package-json.ts";
import { isTestFile, settingsProblems, type PackageJson, type SettingsSources } from "../../rules/src/settings.ts";
import { checkText, recommendedLevels, type RuleLevels } from "./check.ts";
import { readLevels } from "./cli/levels.ts";
import { positionAt } from "./parse.ts";
import type { FileReport, Place, ScanOptions } from "./scan.ts";

/** Makes the function that checks one text after the other; what is wrong with package.json files it adds to `problems`. */
export function fileChecker({ cwd, bases, levels }: ScanOptions, problems: string[]): (path: string, text: string) => FileReport | null {
  const levelsFor = packageLevels(levels, problems);
  return (path, content) => {
    const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
    const shown = relative(bases.get(path) ?? cwd, path).replaceAll("\\", "/");
    const pkg = nearestPackage(path);
    const settings: SettingsSources = { host: {}, hostName: "command line", package: pkg };
    if (isTestFile(shown, settings)) return null;
    const { messages, findings, file } = checkText({ text, path: shown, settings, levels: levelsFor(pkg, path) });
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
  };
}

/** The levels that package.json files set, below those of the command line; each file is read once. */
function packageLevels(above: RuleLevels, problems: string[]): (pkg: PackageJson | null, path: string) => RuleLevels {
  const recommended = { ...recommendedLevels(), ...above };
  const known = new Map<string, RuleLevels>();
  return (pkg, path) => {
    if (pkg?.portreuse === undefined) return recommended;
    const where = packagePath(path);
    let levels = known.get(where);
    if (!levels) {
      const set = pkg.portreuse?.rules;
      const own = typeof set === "object" && set !== null && !Array.isArray(set) ? readLevels(set) : { levels: {}, problems: [] };
      problems.push(...settingsProblems(pkg.portreuse, `${where}: portreuse`), ...own.problems.map((each) => `${where}: portreuse.rules: ${each}`));
      known.set(where, (levels = { ...recommended, ...own.levels, ...above }));
    }
    return levels;
  };
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
