import { existsSync, readdirSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { nearest } from "./nearest.ts";
import type { PackageFile } from "./program/package-file.ts";
import { isObject } from "./setting-kinds.ts";
import { settingsProblems } from "./settings.ts";

/** What is wrong with a package.json and with its key `portreuse`, or that of deno.json, one line each; the levels of rules are not looked at. */
export function packageProblems({
  path,
  package: { portreuse: settings },
  problem,
  settingsPath = path,
}: PackageFile): string[] {
  const where = `${settingsPath}: portreuse`;
  return [
    ...(problem === null ? [] : [problem]),
    ...settingsProblems(settings, where, { rules: true }),
    ...Object.keys(isObject(settings?.launches) ? settings.launches : {}).flatMap((file) =>
      missing(dirname(settingsPath), file).map((text) => `${where}.launches[${JSON.stringify(file)}]: ${text}`),
    ),
  ];
}

/** Why a path names no file. One in a folder that is not there may be built later, unless a folder has nearly its name. */
function missing(folder: string, file: string): string[] {
  const parts = file.split("/");
  for (const [i, part] of parts.entries()) {
    const at = join(folder, ...parts.slice(0, i));
    if (existsSync(join(at, part))) continue;
    const names = namesIn(at);
    const last = i === parts.length - 1;
    // Written as it is compiled to, or without its extension.
    if (last && names.some((each) => parse(each).name === parse(part).name || each === part)) return [];
    const near = nearest(part, names);
    if (near === null) return last ? ["no such file."] : [];
    return [`no such file. Did you mean ${[...parts.slice(0, i), near, ...parts.slice(i + 1)].join("/")}?`];
  }
  return [];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
