import platform, { type PlatformPath } from "node:path";
import { styleText } from "node:util";
import { printable } from "../../../../rules/src/printable.ts";
import type { LocatedProblem } from "../../lint/located.ts";
import type { FileReport } from "../scan-types.ts";
import type { FormatInput } from "./input.ts";

export function counts(reports: readonly FileReport[]): { errors: number; warnings: number } {
  const all = reports.flatMap((each) => each.problems);
  const errors = all.filter((each) => each.severity === 2).length;
  return { errors, warnings: all.length - errors };
}

/** "3 problems (1 error, 2 warnings) in 120 files." */
export function summary({ reports, files }: FormatInput): string {
  const { errors, warnings } = counts(reports);
  return `${plural(errors + warnings, "problem")} (${plural(errors, "error")}, ${plural(warnings, "warning")}) in ${plural(files, "file")}`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** A rule as ESLint names it. */
export function ruleId(rule: string): string {
  return `portreuse/${rule}`;
}

/** A path as a person at that prompt would write it. */
export function shown(path: string, cwd: string, paths: PlatformPath = platform): string {
  const below = paths.relative(cwd, path);
  return below === "" ? "." : isOutside(below, paths) ? path : below;
}

/** A line that begins with an absolute path, with that path as `shown` has it. */
export function shownFirst(line: string, cwd: string): string {
  const above = cwd.endsWith(platform.sep) ? cwd : `${cwd}${platform.sep}`;
  return line.startsWith(above) ? line.slice(above.length) : line;
}

/** A path as seen from a directory, with forward slashes on every platform; `isOutside` where it does not lead into it. */
export function relativePath(directory: string, path: string, paths: PlatformPath = platform): string {
  return paths.relative(directory, path).replaceAll("\\", "/");
}

/** Whether a relative path leads out of where it starts. */
export function isOutside(relative: string, paths: PlatformPath = platform): boolean {
  return paths.isAbsolute(relative) || /^\.\.(?:[\\/]|$)/.test(relative);
}

/** The places of a problem in other files, a line each: those in its own are near. */
export function elsewhere({ related }: LocatedProblem, cwd: string): string[] {
  return related.flatMap(({ path, place: { line, column }, text }) =>
    path === undefined ? [] : [`${text.replace(/\.$/, "")}: ${printable(shown(path, cwd))}:${line}:${column}`],
  );
}

/** Colours a text, or leaves it where the output carries none. */
export function painter(colour: boolean): (style: Parameters<typeof styleText>[0], text: string) => string {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}
