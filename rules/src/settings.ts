import picomatch from "picomatch";
import semver from "semver";
import type { Decided, Environment } from "./rule.ts";
import { canonicalModule } from "./catalogue/index.ts";
import type { Runtime } from "./catalogue/types.ts";
import { indexOf, mentions, type SourceFile } from "./analysis/source.ts";
import { isAmbient } from "./analysis/variables.ts";

/** The settings that all rules share, as written by a user. Every key may be missing. */
export interface UserSettings {
  /** A semver range of the Node versions the code runs on. */
  node?: string;
  runtime?: Runtime;
  /** `process.platform` names. */
  platforms?: readonly string[];
  /** Globs, relative to the working directory; files that match are skipped. */
  testFiles?: readonly string[];
}

/** The parts of the nearest package.json that are read. */
export interface PackageJson {
  engines?: Readonly<Record<string, string>>;
  os?: readonly string[];
  packageManager?: string;
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  portreuse?: UserSettings & { rules?: Readonly<Record<string, unknown>> };
}

/** Where a value came from, best first. */
export interface SettingsSources {
  /** From ESLint's `settings.portreuse` or the editor; `name` is how messages call it. */
  host: UserSettings;
  hostName: string;
  package: PackageJson | null;
}

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
export const RUNTIMES: readonly Runtime[] = ["node", "bun", "deno"];

export const DEFAULT_TEST_FILES: readonly string[] = [
  "**/*.{test,spec}.*",
  "**/{test,tests,__tests__,e2e,spec}/**",
  "**/*.bench.*",
  "**/{bench,benchmark,benchmarks}/**",
];

/**
 * What is wrong with settings, in one line each; empty when all is well.
 * `where` is how messages call them. `rules`: whether they take rule levels, as the key in package.json does.
 */
export function settingsProblems(settings: unknown, where: string, { rules = false } = {}): string[] {
  if (settings === undefined) return [];
  if (typeof settings !== "object" || settings === null || Array.isArray(settings))
    return [`${where}: expected an object, got ${got(settings)}.`];
  return Object.entries(settings).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === "rules" && !rules)
      return [
        `${where}.rules: levels of rules do not belong here; in ESLint they stand under "rules", as "portreuse/…".`,
      ];
    const setting = SETTINGS.get(name);
    if (!setting)
      return [
        `${where}.${name}: no such setting; there are ${[...SETTINGS.keys()]
          .filter((each) => rules || each !== "rules")
          .join(", ")
          .replace(/, (?=\w+$)/, " and ")}.`,
      ];
    return setting.accepts(value) ? [] : [`${where}.${name}: expected ${setting.expected}, got ${got(value)}.`];
  });
}

const SETTINGS = new Map<string, { accepts(value: unknown): boolean; expected: string }>([
  [
    "node",
    {
      accepts: (value) => typeof value === "string" && semver.validRange(value) !== null,
      expected: 'a semver range such as ">=20"',
    },
  ],
  ["runtime", { accepts: (value) => RUNTIMES.includes(value as Runtime), expected: `one of ${RUNTIMES.join(", ")}` }],
  ["platforms", { accepts: isPlatforms, expected: `a list of one or more of ${PLATFORMS.join(", ")}` }],
  [
    "testFiles",
    {
      accepts: isGlobs,
      expected: "a list of globs, with at most four * in a name and no ?(…), *(…), +(…), @(…) or !(…)",
    },
  ],
  [
    "rules",
    {
      accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
      expected: "an object of rule levels",
    },
  ],
]);

/** A value that makes no sense, as a message shows it. */
export function got(value: unknown): string {
  let text;
  try {
    text = JSON.stringify(value);
  } catch {
    // Cycles and bigints, which configurations in JavaScript can hold.
  }
  text ??= String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** No platform at all would switch rules off without saying so. */
function isPlatforms(value: unknown): value is string[] {
  return isStrings(value) && value.length > 0 && value.every((each) => PLATFORMS.includes(each));
}

/** With many stars in a name, or many `**`, the expression behind a glob tries them all against each other, for hours. */
function isQuick(glob: string): boolean {
  const names = glob.split("/");
  return (
    names.filter((each) => each === "**").length <= 6 &&
    names.every((each) => each.replace(/^\*\*$/, "").split("*").length <= 5) &&
    !/[?+*@!]\(/.test(glob)
  );
}

/** None at all means something: then no file is a test. */
function isGlobs(value: unknown): value is string[] {
  return isStrings(value) && value.every((each) => each !== "" && each.length <= LONGEST_GLOB && isQuick(each));
}

/** picomatch refuses longer ones. */
const LONGEST_GLOB = 65_536;

/** The settings in force for a file. A value that makes no sense counts as not there. */
export function environmentOf(file: SourceFile, sources: SettingsSources): Environment {
  return { node: nodeRange(sources), runtime: runtimeOf(file, sources), platforms: platformsOf(sources) };
}

function nodeRange({ host, hostName, package: pkg }: SettingsSources): Decided<string> | null {
  const candidates: readonly [string | undefined, string][] = [
    [host.node, `${hostName}.node`],
    [pkg?.portreuse?.node, "portreuse.node of package.json"],
    [pkg?.engines?.["node"], "engines.node of package.json"],
  ];
  const found = candidates.find(([value]) => typeof value === "string" && semver.validRange(value) !== null);
  return found ? { value: found[0] as string, by: found[1] } : null;
}

function platformsOf({ host, hostName, package: pkg }: SettingsSources): Decided<readonly string[]> {
  if (isPlatforms(host.platforms)) return { value: host.platforms, by: `${hostName}.platforms` };
  if (isPlatforms(pkg?.portreuse?.platforms))
    return { value: pkg.portreuse.platforms, by: "portreuse.platforms of package.json" };
  const os = isStrings(pkg?.os) ? pkg.os : null;
  if (os && os.length > 0) {
    const allowed = os.filter((each) => !each.startsWith("!"));
    const refused = os.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
    return {
      value: (allowed.length > 0 ? allowed : PLATFORMS).filter((each) => !refused.includes(each)),
      by: "os of package.json",
    };
  }
  return { value: PLATFORMS, by: "the default" };
}

function runtimeOf(file: SourceFile, { host, package: pkg }: SettingsSources): Runtime {
  for (const value of [host.runtime, pkg?.portreuse?.runtime])
    if (value !== undefined && RUNTIMES.includes(value)) return value;
  const { modules } = indexOf(file);
  if ([...modules].some((each) => /^bun(?::|$)/.test(canonicalModule(each)))) return "bun";
  if ([...modules].some((each) => /^(?:deno$|jsr:@std\/|https:\/\/deno\.land\/)/.test(each))) return "deno";
  const global = (name: string) =>
    mentions(file, name) &&
    file.scopeManager.scopes.every((scope) => scope.variables.every((each) => each.name !== name || isAmbient(each)));
  if (global("Bun")) return "bun";
  if (global("Deno")) return "deno";
  if (!pkg) return "node";
  const manages = (name: string) => typeof pkg.packageManager === "string" && pkg.packageManager.startsWith(`${name}@`);
  const all = { ...pkg.dependencies, ...pkg.devDependencies };
  if (pkg.engines?.["bun"] !== undefined || manages("bun") || "@types/bun" in all || "bun-types" in all) return "bun";
  if (pkg.engines?.["deno"] !== undefined || manages("deno") || "@types/deno" in all) return "deno";
  return "node";
}

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a file is a test. `relative`: its path below the working directory, with forward slashes. */
export function isTestFile(relative: string, { host, package: pkg }: SettingsSources): boolean {
  const globs = [host.testFiles, pkg?.portreuse?.testFiles].find(isGlobs) ?? DEFAULT_TEST_FILES;
  if (globs.length === 0) return false;
  const key = globs.join("\0");
  let matches = matchers.get(key);
  if (!matches) matchers.set(key, (matches = picomatch([...globs], { dot: true })));
  return matches(relative);
}
