import picomatch from "picomatch";
import semver from "semver";
import { canonicalModule } from "./catalogue/index.ts";
import type { Runtime } from "./catalogue/types.ts";
import { nameOf, type Node } from "./analysis/ast.ts";
import { indexOf, type SourceFile } from "./analysis/source.ts";
import { mentions } from "./analysis/text.ts";
import { isAmbient } from "./analysis/variables.ts";
import { isObject } from "./setting-kinds.ts";
import { PLATFORMS, SETTINGS, type SettingName, type SettingsSources, type UserSettings } from "./settings.ts";
import { settingsFileOf } from "./program/deno-settings.ts";
import { looksLikeTest } from "./test-files.ts";

/** A setting, and what decided it: shown in messages that depend on it. */
export interface Decided<T> {
  value: T;
  /** "engines.node of package.json", "settings.portreuse.platforms", "the default". */
  by: string;
}

/** What somebody states for a setting, the host before package.json. A value that makes no sense counts as not there. */
export function stated<Name extends SettingName>(
  name: Name,
  { host, hostName, package: pkg }: SettingsSources,
): Decided<NonNullable<UserSettings[Name]>> | null {
  const accepts = SETTINGS[name].kind.accepts as (value: unknown) => value is NonNullable<UserSettings[Name]>;
  const own: unknown = pkg?.portreuse;
  const packages = isObject(own) ? own[name] : undefined;
  if (accepts(host[name])) return { value: host[name], by: `${hostName}.${name}` };
  return accepts(packages) ? { value: packages, by: `portreuse.${name} of ${settingsFileOf(pkg)}` } : null;
}

/** What decides about one file, beside its text. */
export interface Environment {
  /** A semver range of Node versions; null when nothing says. */
  node: Decided<string> | null;
  runtime: Runtime;
  platforms: Decided<readonly string[]>;
  /** How the package opens its ports where a call does not say; null where nobody has decided. */
  listens: Decided<"single" | "shared"> | null;
  /** The file whose key `portreuse` counts: "package.json", "deno.json". */
  settingsFile: string;
  /** The version ranges of package.json's `dependencies` and `devDependencies`, as they are written there. */
  dependencies: Readonly<Record<string, string>>;
}

/** The settings in force for a file. A value that makes no sense counts as not there. */
export function environmentOf(file: SourceFile, sources: SettingsSources): Environment {
  return {
    node: nodeRange(sources),
    runtime: runtimeOf(file, sources),
    platforms: platformsOf(sources),
    listens: stated("listens", sources),
    settingsFile: settingsFileOf(sources.package),
    dependencies: { ...sources.package?.devDependencies, ...sources.package?.dependencies },
  };
}

/** The versions of Node.js that somebody states; null when nothing says. */
export function nodeRange(sources: SettingsSources): Decided<string> | null {
  const engines: unknown = sources.package?.engines?.["node"];
  return (
    stated("node", sources) ??
    (typeof engines === "string" && semver.validRange(engines) !== null
      ? { value: engines, by: "engines.node of package.json" }
      : null)
  );
}

export function platformsOf(sources: SettingsSources): Decided<readonly string[]> {
  const set = stated("platforms", sources);
  if (set) return set;
  const os: unknown = sources.package?.os;
  if (!Array.isArray(os) || os.length === 0 || !os.every((name) => typeof name === "string"))
    return { value: PLATFORMS, by: "the default" };
  const allowed = os.filter((name) => !name.startsWith("!"));
  const refused = os.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
  return {
    value: (allowed.length > 0 ? allowed : PLATFORMS).filter((name) => !refused.includes(name)),
    by: "os of package.json",
  };
}

function runtimeOf(file: SourceFile, sources: SettingsSources): Runtime {
  const set = stated("runtime", sources);
  if (set) return set.value;
  const { modules } = indexOf(file);
  if ([...modules].some((name) => /^bun(?::|$)/.test(canonicalModule(name)))) return "bun";
  if ([...modules].some((name) => /^(?:deno$|jsr:@std\/|https:\/\/deno\.land\/)/.test(name))) return "deno";
  if (usesGlobal(file, "Bun")) return "bun";
  if (usesGlobal(file, "Deno")) return "deno";
  const pkg = sources.package;
  if (!pkg) return "node";
  const manages = (name: string) => typeof pkg.packageManager === "string" && pkg.packageManager.startsWith(`${name}@`);
  const all = { ...pkg.dependencies, ...pkg.devDependencies };
  if (pkg.engines?.["bun"] !== undefined || manages("bun") || "@types/bun" in all || "bun-types" in all) return "bun";
  if (pkg.engines?.["deno"] !== undefined || manages("deno") || "@types/deno" in all) return "deno";
  return "node";
}

/** Whether the code, not a comment or a text in it, uses a global that nothing in the file declares: `Bun`, `globalThis.Bun`. */
function usesGlobal(file: SourceFile, name: string): boolean {
  if (!mentions(file, name)) return false;
  if (file.scopeManager.scopes.some(({ variables }) => variables.some((one) => one.name === name && !isAmbient(one))))
    return false;
  return file.scopeManager.scopes.some(({ references }) =>
    references.some(({ identifier }) => {
      if (identifier.name === name) return true;
      const parent = identifier.parent as Node | undefined;
      return identifier.name === "globalThis" && parent?.type === "MemberExpression" && nameOf(parent) === name;
    }),
  );
}

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a file is a test. `relative`: its path below the working directory, with forward slashes. */
export function isTestFile(relative: string, sources: SettingsSources): boolean {
  const globs = stated("testFiles", sources)?.value;
  if (!globs) return looksLikeTest(relative);
  if (globs.length === 0) return false;
  const key = globs.join("\0");
  let matches = matchers.get(key);
  if (!matches) matchers.set(key, (matches = picomatch([...globs], { dot: true })));
  return matches(relative);
}
