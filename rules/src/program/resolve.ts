import { builtinModules } from "node:module";
import { exports as exportsOf, imports as importsOf } from "resolve.exports";
import { builtOf } from "./built.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { configurationsOf, type Configurations } from "./configurations.ts";
import { dependencyOf, type Dependency } from "./dependencies.ts";
import { asObject, asString } from "./documents.ts";
import { holdsCode, isTypeScript } from "./extensions.ts";
import type { Files } from "./files.ts";
import { locatorOf } from "./locate.ts";
import { denoOf, manifestsOf, packageOf, type Manifests } from "./manifests.ts";
import { aliasTargets, configTargets, denoTarget } from "./mappings.ts";
import { firstTarget, leaves, namedPackage } from "./package-maps.ts";
import { isWithin, normalPath, pathsOf } from "./paths.ts";
import { tsConfigsOf } from "./tsconfig.ts";
import { isInModules } from "./tsconfig-links.ts";
import { workspacesOf, type Workspaces } from "./workspaces.ts";

/** Where a specifier leads. */
type Resolution =
  | { kind: "file"; path: string }
  /** A package that is not of the project, which is not entered; `names` as in Dependency, `subpath` like "/adapter". */
  | { kind: "package"; names: readonly string[]; subpath: string; range: string | null }
  /** A module of the runtime, as written without `node:`: "net", "bun:ffi". */
  | { kind: "builtin"; name: string }
  /** A file that is not there, a generated one, one outside the root, an address. */
  | { kind: "unknown" };

interface How {
  /** Whether `require` asks. */
  require?: boolean;
  runtime?: "node" | "bun" | "deno";
}

export interface Resolver {
  files: Files;
  root: string;
  configurations: Configurations;
  manifests: Manifests;
  workspaces: Workspaces;
  /** Follows a specifier from the file that imports it. */
  resolve(specifier: string, from: string, how?: How): Resolution;
  /** The source of what is run by this path, with or without extension, a directory or a built file; null: unknown. */
  entry(path: string): string | null;
  /** What the manifests say of a package that a file in this directory imports. */
  dependency(name: string, directory: string): Dependency;
  /** What `main`, `module`, `exports` and `bin` of the package in this directory name: what an entry that is unknown may reach. */
  packageEntries(directory: string): string[];
  /** What is wrong with the configurations that were read so far. */
  problems(): ConfigurationProblem[];
}

const UNKNOWN: Resolution = { kind: "unknown" };
const BUILTIN: ReadonlySet<string> = new Set(builtinModules);

/** Chains of aliases, imports and main fields that are longer lead in circles. */
const DEEPEST = 8;
/** Specifiers that were resolved are kept up to this number. */
const MOST_KEPT = 50_000;

/** `files` reads what lies below the root; `outside` what a tsconfig extends in node_modules. */
export function resolverOf(files: Files, root: string, outside: Files): Resolver {
  const configurations = configurationsOf(files);
  const manifests = manifestsOf(files, configurations, root);
  const workspaces = workspacesOf(files, manifests, root);
  const configs = tsConfigsOf(files, configurations, root, outside, workspaces);
  const locate = locatorOf(files, manifests, builtOf(files, manifests, configs));
  const dependency = (name: string, directory: string) => dependencyOf(manifests, root, name, directory);
  let layout = -1;
  const known = new Map<string, Resolution>();

  function resolve(specifier: string, from: string, how: How = {}): Resolution {
    if (specifier.length > 1000 || specifier.includes("\0")) return UNKNOWN;
    if (files.layout() !== layout || known.size > MOST_KEPT) {
      layout = files.layout();
      known.clear();
    }
    const path = normalPath(from);
    const key = `${path}\0${specifier}\0${how.require ? "r" : ""}${how.runtime ?? ""}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = follow(specifier, path, how, 0)));
    return found;
  }

  function follow(specifier: string, from: string, how: How, depth: number): Resolution {
    if (depth > DEEPEST) return UNKNOWN;
    const { dirname, resolve: join, isAbsolute } = pathsOf(from);
    const plain = specifier.replace(/\?.*/s, "");
    if (/^node:/.test(plain)) return { kind: "builtin", name: plain.slice(5) };
    if (BUILTIN.has(plain)) return { kind: "builtin", name: plain };
    if (/^bun(?::|$)/.test(plain)) return { kind: "builtin", name: plain };
    if (/^file:/i.test(plain)) return toFile(normalPath(plain), from);
    if (/^\.{1,2}(?:[\\/]|$)/.test(plain)) return toFile(join(dirname(from), decoded(plain)), from);
    if (isAbsolute(plain)) return toFile(normalPath(plain), from);
    const registry = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(\/.*)?$/.exec(plain);
    if (registry)
      return {
        kind: "package",
        names: [registry[1] as string],
        subpath: registry[3] ?? "",
        range: registry[2] ?? null,
      };
    if (/^[a-z][a-z\d+.-]+:/i.test(plain)) return UNKNOWN;
    return mapped(plain, from, how, depth) ?? bare(plain, from, how, depth);
  }

  /** By tsconfig's `paths` and `baseUrl`, by deno.json's `imports`. */
  function mapped(specifier: string, from: string, how: How, depth: number): Resolution | null {
    const config = configs.for(from);
    if (config) {
      for (const target of configTargets(config, specifier)) {
        const found = toFile(target, from);
        if (found.kind === "file") return found;
        if (found.kind === "package") return null;
      }
    }
    for (const manifest of manifests.above(pathsOf(from).dirname(from))) {
      for (const target of aliasTargets(manifest, specifier)) {
        const found = toFile(pathsOf(from).join(manifest.directory, target), from);
        if (found.kind === "file") return found;
      }
      const target = denoTarget(manifest, specifier);
      if (target !== null && target !== specifier)
        return follow(target, pathsOf(from).join(manifest.directory, "deno.json"), how, depth + 1);
    }
    return null;
  }

  function bare(specifier: string, from: string, how: How, depth: number): Resolution {
    const directory = pathsOf(from).dirname(from);
    const [own] = manifests.above(directory).filter((manifest) => manifest.package !== null);
    if (specifier.startsWith("#")) {
      if (!own) return UNKNOWN;
      const target = firstTarget(() => importsOf(namedPackage(own), specifier, optionsFor(from, how)));
      return target === null
        ? UNKNOWN
        : follow(target, pathsOf(from).join(own.directory, "package.json"), how, depth + 1);
    }
    const [, name, subpath = ""] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(specifier) ?? [];
    if (name === undefined) return UNKNOWN;
    if (own && asString(packageOf(own)["name"]) === name && "exports" in packageOf(own))
      return inPackage(own.directory, subpath, from, how);
    const wanted = dependency(name, directory);
    if (wanted.directory !== null) return inPackage(wanted.directory, subpath, from, how);
    for (const each of wanted.names) {
      const member = workspaces.find(each, directory);
      if (member !== null) return inPackage(member, subpath, from, how);
    }
    return { kind: "package", names: wanted.names, subpath, range: wanted.range };
  }

  /** A file of a package of the project: by `exports` of package.json or deno.json, `main`, or as a path. */
  function inPackage(directory: string, subpath: string, from: string, how: How): Resolution {
    const { join } = pathsOf(directory);
    const manifest = manifests.at(directory);
    const pkg = packageOf(manifest);
    if (manifest?.package && "exports" in pkg) {
      const target = firstTarget(() => exportsOf(namedPackage(manifest), `.${subpath}`, optionsFor(from, how)));
      return target === null ? UNKNOWN : toFile(join(directory, target), from);
    }
    const { exports: denoExports } = denoOf(manifest);
    const target =
      typeof denoExports === "string" && subpath === "" ? denoExports : asString(asObject(denoExports)[`.${subpath}`]);
    return toFile(join(directory, target ?? subpath), from);
  }

  function optionsFor(from: string, how: How) {
    return {
      conditions: [...(configs.for(from)?.customConditions ?? []), "source", how.runtime ?? "node"],
      require: how.require === true,
    };
  }

  function toFile(path: string, from: string): Resolution {
    if (isInModules(path)) {
      const inside = path.split(/[\\/]node_modules(?=[\\/]|$)/).at(-1) as string;
      const [, name, subpath = ""] = /^[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(.*)/s.exec(inside) ?? [];
      if (name === undefined) return UNKNOWN;
      return { kind: "package", names: [name.replace("\\", "/")], subpath: subpath.replaceAll("\\", "/"), range: null };
    }
    const found = isWithin(root, path) ? locate(path, isTypeScript(from)) : null;
    return found === null ? UNKNOWN : { kind: "file", path: found };
  }

  return {
    files,
    root,
    configurations,
    manifests,
    workspaces,
    problems: () => [...configurations.problems(), ...configs.problems()],
    resolve,
    dependency,
    entry(path) {
      const plain = normalPath(path);
      if (!isWithin(root, plain) || isInModules(plain)) return null;
      const found = locate(plain, isTypeScript(plain));
      return found !== null && holdsCode(files, found) ? found : null;
    },
    packageEntries(directory) {
      const { join } = pathsOf(directory);
      const pkg = packageOf(manifests.at(directory));
      const { bin } = pkg;
      const named = [pkg["main"], pkg["module"], pkg["source"], ...leaves(pkg["exports"]), ...leaves(bin)];
      const found = named.flatMap((name) => {
        const path = asString(name);
        if (path === null || path.includes("*")) return [];
        return locate(join(directory, path), true) ?? [];
      });
      return [...new Set(found)].filter((path) => holdsCode(files, path) && isWithin(root, path));
    },
  };
}

function decoded(specifier: string): string {
  try {
    return decodeURIComponent(specifier);
  } catch {
    return specifier;
  }
}
