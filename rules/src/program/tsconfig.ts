import { KINDS } from "./configuration-kinds.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import type { Configurations } from "./configurations.ts";
import { asObject, asString, asStrings, parseJson, type Document } from "./documents.ts";
import type { Files } from "./files.ts";
import { kept, madeOf } from "./kept.ts";
import { isWithin, pathsOf, upwards } from "./paths.ts";
import { configLinks, DEEPEST, isInModules } from "./tsconfig-links.ts";
import { matcher, NOT_ENTERED, type Workspaces } from "./workspaces.ts";

/** The parts of a tsconfig that say where modules are, with `extends` followed. Paths are absolute. */
export interface TsConfig {
  path: string;
  directory: string;
  baseUrl: string | null;
  /** `"@app/*": ["src/*"]`, in the order of the file. */
  paths: readonly { pattern: string; targets: readonly string[] }[];
  outDir: string | null;
  rootDir: string | null;
  allowJs: boolean;
  composite: boolean;
  customConditions: readonly string[];
  /** Paths of the configurations that it references. */
  references: readonly string[];
  /** Whether a file is one of those that it names by `files`, `include` and `exclude`. */
  includes(path: string): boolean;
  /** Directories that hold all files that it includes; where to look for them. */
  bases: readonly string[];
}

export interface TsConfigs {
  at(path: string): TsConfig | null;
  /** The configuration in force for a file: the nearest one, or the one of its references that includes it. */
  for(file: string): TsConfig | null;
  /** All configurations at and above a directory and those that they reference, nearest first. */
  around(directory: string): readonly TsConfig[];
  /** What is wrong with the links between those that were read so far. */
  problems(): ConfigurationProblem[];
}

/** References of one configuration, and those of these. */
export const MOST = 200;

type Options = Readonly<Record<string, unknown>>;

/** `outside` reads what `extends` names in node_modules, which may lie above the root. */
export function tsConfigsOf(
  files: Files,
  configurations: Configurations,
  root: string,
  outside: Files,
  workspaces: Workspaces,
): TsConfigs {
  const inModules = madeOf(outside, parseJson);
  const own = new Set<string>();
  const links = configLinks(read, files, root, outside, workspaces);
  const wrong = kept(files, links.problems);
  const at = kept(files, make);
  const nearest = kept(files, findNearest);
  const around = kept(files, (directory) => {
    const all = nearest(directory).flatMap((config) => [config, ...referenced(config)]);
    return [...new Set(all)];
  });

  function read(path: string): Document | null {
    if (isInModules(path)) return inModules(path);
    const document = configurations.document(path, KINDS.typescript);
    if (document) own.add(path);
    else own.delete(path);
    return document;
  }
  function make(path: string): TsConfig | null {
    const config = merged(path, new Map(), 0);
    return config && configOf(path, config);
  }
  /**
   * The options with `extends` below them; a circle ends where it closes. `known`: those of the configurations on the way,
   * each of which is read once, however many ways lead there.
   */
  function merged(path: string, known: Map<string, Options | null>, depth: number): Options | null {
    if (depth > DEEPEST) return null;
    let options = known.get(path);
    if (options === undefined) {
      known.set(path, null);
      known.set(path, (options = withParents(path, known, depth)));
    }
    return options;
  }
  function withParents(path: string, known: Map<string, Options | null>, depth: number): Options | null {
    const document = read(path);
    if (!document || document.problem !== null) return null;
    const stated = asObject(document.value);
    const { dirname } = pathsOf(path);
    let result: Record<string, unknown> = {};
    for (const name of asStrings(stated["extends"])) {
      const parent = links.extended(name, dirname(path));
      const options = parent === null ? null : merged(parent, known, depth + 1);
      if (options)
        result = {
          ...result,
          ...options,
          compiler: { ...asObject(result["compiler"]), ...asObject(options["compiler"]) },
        };
    }
    const compiler = absolute(asObject(stated["compilerOptions"]), dirname(path));
    return {
      ...result,
      ...Object.fromEntries(
        ["files", "include", "exclude"].flatMap((key) =>
          key in stated
            ? [
                [key, stated[key]],
                [`${key}At`, dirname(path)],
              ]
            : [],
        ),
      ),
      references: stated["references"],
      compiler: { ...asObject(result["compiler"]), ...compiler },
    };
  }
  function findNearest(directory: string): TsConfig[] {
    const found: TsConfig[] = [];
    for (const above of upwards(directory)) {
      if (!isWithin(root, above)) break;
      const { join } = pathsOf(above);
      // A build has its own beside the editor's: tsconfig.build.json, tsconfig.server.json.
      const others = files.list(above).filter((name) => /^tsconfig\.[\w.-]+\.json$/.test(name));
      for (const name of ["tsconfig.json", "jsconfig.json", ...others]) {
        const config = at(join(above, name));
        if (config) found.push(config);
      }
    }
    return found;
  }
  function referenced(config: TsConfig, seen = new Set([config.path])): TsConfig[] {
    const found: TsConfig[] = [];
    for (const path of config.references) {
      if (seen.has(path) || seen.size > MOST) continue;
      seen.add(path);
      const next = at(path);
      if (next) found.push(next, ...referenced(next, seen));
    }
    return found;
  }
  function configOf(path: string, merged: Options): TsConfig {
    const { dirname, resolve } = pathsOf(path);
    const directory = dirname(path);
    const compiler = asObject(merged["compiler"]);
    const set = (value: unknown) => {
      const text = asString(value);
      return text === null ? null : resolve(directory, text.replaceAll("${configDir}", directory));
    };
    const baseUrl = set(compiler["baseUrl"]);
    const pathsAt = baseUrl ?? asString(compiler["pathsAt"]) ?? directory;
    const outDir = set(compiler["outDir"]);
    const included = includedBy(merged, directory, outDir);
    return {
      path,
      directory,
      baseUrl,
      paths: Object.entries(asObject(compiler["paths"])).map(([pattern, targets]) => ({
        pattern,
        targets: asStrings(targets).map((target) => resolve(pathsAt, target.replaceAll("${configDir}", directory))),
      })),
      outDir,
      rootDir: set(compiler["rootDir"]),
      allowJs: compiler["allowJs"] === true || path.endsWith("jsconfig.json"),
      composite: compiler["composite"] === true,
      customConditions: asStrings(compiler["customConditions"]),
      references: (Array.isArray(merged["references"]) ? merged["references"] : []).flatMap((reference: unknown) => {
        const to = asString(asObject(reference)["path"]);
        return to === null ? [] : [links.referenced(to, directory)];
      }),
      ...included,
    };
  }

  return {
    at,
    for(file) {
      const above = nearest(pathsOf(file).dirname(file));
      const main = above.find(({ path }) => /[\\/][tj]sconfig\.json$/.test(path)) ?? null;
      if (!main || main.includes(file)) return main;
      return referenced(main).find((config) => config.includes(file)) ?? main;
    },
    around,
    problems: () => [...own].flatMap(wrong),
  };
}

/** Paths of options count from the file that states them. */
function absolute(compiler: Options, directory: string): Options {
  const { resolve } = pathsOf(directory);
  const result: Record<string, unknown> = { ...compiler };
  for (const key of ["baseUrl", "outDir", "rootDir"]) {
    const value = asString(compiler[key]);
    if (value !== null && !value.startsWith("${configDir}")) result[key] = resolve(directory, value);
  }
  if ("paths" in compiler) result["pathsAt"] = directory;
  return result;
}

function includedBy(merged: Options, directory: string, outDir: string | null): Pick<TsConfig, "includes" | "bases"> {
  const at = (key: string) => asString(merged[`${key}At`]) ?? directory;
  const named = (key: string) => {
    const { resolve } = pathsOf(directory);
    return asStrings(merged[key]).map((entry) =>
      slashed(resolve(at(key), entry.replaceAll("${configDir}", directory))),
    );
  };
  const listed = new Set(named("files"));
  const include = "include" in merged ? named("include") : "files" in merged ? [] : [`${slashed(directory)}/**/*`];
  const exclude = "exclude" in merged ? named("exclude") : outDir === null ? [] : [slashed(outDir)];
  const isIncluded = matcher(
    include.map((pattern) => (isDirectory(pattern) ? `${pattern}/**/*` : pattern)),
    { dot: false },
  );
  const isExcluded = matcher(exclude.flatMap((pattern) => [pattern, `${pattern}/**/*`]));
  const bases = [...listed]
    .map((path) => path.replace(/\/[^/]*$/, ""))
    .concat(include.map((path) => /^[^*?{]*(?=\/|$)/.exec(path)?.[0] ?? path));
  return {
    includes(path) {
      const file = slashed(path);
      if (listed.has(file)) return true;
      return !file.split("/").some((part) => NOT_ENTERED.has(part)) && isIncluded(file) && !isExcluded(file);
    },
    bases: [...new Set(bases)].map((base) => pathsOf(directory).normalize(base)),
  };
}

/** As TypeScript takes it: what `include` names without a dot, a star and a question mark at its end. */
function isDirectory(pattern: string): boolean {
  return !/[.*?]/.test(pattern.slice(pattern.lastIndexOf("/") + 1));
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
