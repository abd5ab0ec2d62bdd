import semver from "semver";
import type { Runtime } from "./catalogue/types.ts";
import { launches } from "./launch-settings.ts";
import { nearest } from "./nearest.ts";
import { flag, got, isObject, list, object, oneOf, text, type Kind, type ValueOf } from "./setting-kinds.ts";

export const PLATFORMS: readonly string[] = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "sunos",
  "win32",
];
/** What people call them. */
const NAMES_OF_PLATFORMS: ReadonlyMap<string, string> = new Map([
  ["mac", "darwin"],
  ["macos", "darwin"],
  ["osx", "darwin"],
  ["solaris", "sunos"],
  ["windows", "win32"],
]);
const RUNTIMES: readonly Runtime[] = ["node", "bun", "deno"];

interface Setting<T> {
  kind: Kind<T>;
  /** One or more sentences in Markdown. */
  meaning: string;
  /** What holds where nobody sets it: the rest of a sentence that ends with a full stop. */
  absent: string;
}

/**
 * Every setting that all rules share. From this table derive the checks below, the types, the extension's settings, the schema of
 * the key in package.json and the tables of the READMEs.
 */
export const SETTINGS = {
  node: setting(
    text('a semver range such as ">=20"', (value) => semver.validRange(value) !== null),
    'Versions of Node.js that the code runs on, as a semver range such as `">=22.12"`.',
    "`engines.node` of the nearest package.json",
  ),
  runtime: setting(
    oneOf(RUNTIMES),
    "What runs the code.",
    "what the file imports and the nearest package.json names, else Node.js",
  ),
  platforms: setting(
    list(`a list of one or more of ${PLATFORMS.join(", ")}`, (value) => PLATFORMS.includes(value), {
      schema: { items: { type: "string", enum: [...PLATFORMS] }, uniqueItems: true },
      // No platform at all would switch rules off without saying so.
      atLeast: 1,
      meant: (name) => NAMES_OF_PLATFORMS.get(name.toLowerCase()) ?? nearest(name, PLATFORMS),
    }),
    "Platforms that the code runs on, by the names of `process.platform`.",
    "`os` of the nearest package.json, else all of them",
  ),
  testFiles: setting(
    list("a list of globs, with at most four * in a name and no ?(…), *(…), +(…), @(…) or !(…)", isQuickGlob, {
      schema: { items: { type: "string", minLength: 1 } },
    }),
    "Globs of test files, relative to the folder; these are not checked. With an empty list every file is checked.",
    "files `*.test.*`, `*.spec.*` and `*.bench.*`, files named `testutil(s)` or `test-helper(s)`, and folders called `test(s)`, " +
      "`spec(s)`, `e2e`, `bench`, `benchmark(s)`, `fixtures` or `mocks`, in any case and also at the end of a name, after `-`, `_` " +
      "or with a capital, such as `hl-tests`, `__fixtures__` or `integrationTests`, and folders such as `test-unit`",
  ),
  listens: setting(
    oneOf(["single", "shared"]),
    "How the project opens its ports where a call does not say: `single` (one process; a second one has to fail) or `shared` " +
      "(several processes share the port).",
    "undecided",
  ),
  launches: setting(
    launches,
    "How files are started where the code does not show it, by their paths relative to the folder, such as " +
      '`{ "src/worker.js": { "as": "cluster", "count": 4 } }`. `as`: `cluster` (`node:cluster` workers), `threads`, `processes` or ' +
      '`once`; `count`: how many, or `"many"`.',
    "what code, scripts and process managers show",
  ),
  program: setting(flag, "Whether other files of the project are read to find out what runs the code.", "`true`"),
} as const;

/** Rule levels, which only the key in package.json has: ESLint has a place of its own for them. */
const RULES = object("an object of rule levels");

/** The settings that all rules share, as written by a user. Every key may be missing. */
export type UserSettings = { [Name in keyof typeof SETTINGS]?: ValueOf<(typeof SETTINGS)[Name]["kind"]> };

export type SettingName = keyof UserSettings;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** What only the section of an editor takes, beside `rules`. */
export const EDITOR_SETTINGS = ["diagnostics", "workspaceScan", "hover"] as const;

/** The parts of the nearest package.json that are read. */
export interface PackageJson {
  engines?: Readonly<Record<string, string>>;
  os?: readonly string[];
  packageManager?: string;
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  portreuse?: UserSettings & { rules?: ValueOf<typeof RULES> };
}

/** Where a value came from, best first. */
export interface SettingsSources {
  /** From ESLint's `settings.portreuse` or the editor; `name` is how messages call it. */
  host: UserSettings;
  hostName: string;
  package: PackageJson | null;
}

/**
 * What is wrong with settings, in one line for one problem; empty when all is well.
 * `where` is how messages call them. `rules`: whether they take rule levels, as the key in package.json does.
 */
export function settingsProblems(settings: unknown, where: string, { rules = false } = {}): string[] {
  if (settings === undefined) return [];
  if (!isObject(settings)) return [`${where}: expected an object, got ${got(settings)}.`];
  return Object.entries(settings).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (Object.hasOwn(SETTINGS, name)) return SETTINGS[name as SettingName].kind.problems(value, `${where}.${name}`);
    if (name !== "rules")
      return [`${where}.${name}: ${unknownKey(name, rules ? [...SETTING_NAMES, "rules"] : SETTING_NAMES)}`];
    return rules
      ? RULES.problems(value, `${where}.${name}`)
      : [`${where}.rules: levels of rules do not belong here; in ESLint they stand under "rules", as "portreuse/…".`];
  });
}

function unknownKey(name: string, known: readonly string[]): string {
  if ((EDITOR_SETTINGS as readonly string[]).includes(name)) return "only an editor has this setting.";
  const near = nearest(name, known);
  return near === null
    ? `no such setting; there are ${known.join(", ").replace(/, (?=\w+$)/, " and ")}.`
    : `no such setting. Did you mean ${near}?`;
}

function setting<T>(kind: Kind<T>, meaning: string, absent: string): Setting<T> {
  return { kind, meaning, absent };
}

/** picomatch refuses longer ones. */
const LONGEST_GLOB = 65_536;

/** With many stars in a name, or many `**`, the expression behind a glob tries them all against each other, for hours. */
function isQuickGlob(glob: string): boolean {
  const names = glob.split("/");
  return (
    glob !== "" &&
    glob.length <= LONGEST_GLOB &&
    names.filter((name) => name === "**").length <= 6 &&
    names.every((name) => name.replace(/^\*\*$/, "").split("*").length <= 5) &&
    !/[?+*@!]\(/.test(glob)
  );
}
