import type { ConfigurationProblem } from "./configuration-problem.ts";
import { asObject, asString, asStrings, parseJson, type Document } from "./documents.ts";
import type { Files } from "./files.ts";
import { madeOf } from "./kept.ts";
import { lineAndColumn } from "./lines.ts";
import { isWithin, pathsOf, upwards } from "./paths.ts";
import type { Workspaces } from "./workspaces.ts";

/** How configurations of TypeScript name each other. */
export interface ConfigLinks {
  /** The file that `extends` names in a file of this directory; null where there is none, or one that is not read. */
  extended(name: string, directory: string): string | null;
  /** The configuration that `references` names in a file of this directory. */
  referenced(name: string, directory: string): string;
  /** Links that lead nowhere, or back. */
  problems(path: string): ConfigurationProblem[];
}

/** Longer chains of `extends` and `references` are circles or jokes. */
export const DEEPEST = 16;

/** `read` gives what stands in a configuration; `outside` reads node_modules, which may lie above the root. */
export function configLinks(
  read: (path: string) => Document | null,
  files: Files,
  root: string,
  outside: Files,
  workspaces: Workspaces,
): ConfigLinks {
  const json = madeOf(outside, parseJson);

  function extended(name: string, directory: string): string | null {
    if (isPath(name)) {
      const path = pathsOf(directory).resolve(directory, name);
      return isWithin(root, path) || isInModules(path) ? file(path) : null;
    }
    for (const path of placesOf(name, directory)) {
      const own = asString(asObject(json(pathsOf(path).join(path, "package.json"))?.value)["tsconfig"]);
      const { join } = pathsOf(path);
      const found = (own !== null ? file(join(path, own)) : null) ?? file(path) ?? file(join(path, "tsconfig.json"));
      if (found !== null) return found;
    }
    return null;
  }
  function file(path: string): string | null {
    const { kind } = isInModules(path) ? outside : files;
    return [path, `${path}.json`].find((each) => kind(each) === "file") ?? null;
  }
  /** Where a package, or a file of it, may lie: as one of the workspace, or in node_modules. */
  function* placesOf(name: string, directory: string): Generator<string> {
    const [own, below] = split(name);
    const member = workspaces.find(own, directory);
    if (member !== null) yield pathsOf(member).join(member, below);
    for (const above of upwards(directory)) yield pathsOf(above).join(above, "node_modules", name);
  }
  function referenced(name: string, directory: string): string {
    const { resolve, join } = pathsOf(directory);
    const target = resolve(directory, name);
    return files.kind(target) === "directory" ? join(target, "tsconfig.json") : target;
  }

  /** Of what is not installed, or lies outside the project, nobody can say so. */
  function isMissing(name: string, directory: string): boolean {
    const isThere = (path: string) => outside.kind(path) !== null;
    if (!isPath(name)) {
      const homes = [...upwards(directory)];
      const has = (below: string) => homes.some((at) => isThere(pathsOf(at).join(at, below)));
      return has("node_modules") && !has(`node_modules/${split(name)[0]}`) && !has(".pnp.cjs");
    }
    const path = pathsOf(directory).resolve(directory, name);
    const [, modules] = /^(.*[\\/]node_modules)[\\/]/.exec(path) ?? [];
    if (modules !== undefined && !isThere(modules)) return false;
    return [path, `${path}.json`].every((each) => outside.kind(each) !== "file");
  }
  /** The way by `extends` from a file to itself; null where none leads there. `seen`: the files that were looked at. */
  function circle(path: string, way: readonly string[] = [path], seen = new Set(way)): readonly string[] | null {
    if (way.length > DEEPEST) return null;
    const at = way.at(-1) as string;
    for (const name of asStrings(asObject(read(at)?.value)["extends"])) {
      const next = extended(name, pathsOf(at).dirname(at));
      if (next === path) return [...way, next];
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      const found = circle(path, [...way, next], seen);
      if (found) return found;
    }
    return null;
  }
  function problems(path: string): ConfigurationProblem[] {
    const document = read(path);
    if (!document) return [];
    const { dirname, relative } = pathsOf(path);
    const directory = dirname(path);
    const { extends: above, references } = asObject(document.value);
    const content = files.read(path) ?? "";
    const problem = (keys: readonly (string | number)[], text: string): ConfigurationProblem => {
      return { path, place: lineAndColumn(content, document.rangeOf(keys)[0]), text, isWhole: false };
    };
    const shown = (to: string) => relative(root, to).replaceAll("\\", "/");
    const found: ConfigurationProblem[] = [];
    for (const [i, name] of asStrings(above).entries())
      if (extended(name, directory) === null && isMissing(name, directory))
        found.push(problem(Array.isArray(above) ? ["extends", i] : ["extends"], `extends: ${noFile(name)}`));
    const way = circle(path);
    // Each of the files leads to itself; one of them speaks for all.
    if (way && way.every((each) => path <= each))
      found.push(problem(["extends"], `extends: it leads back to itself: ${way.map(shown).join(" → ")}.`));
    for (const [i, reference] of (Array.isArray(references) ? references : []).entries()) {
      const name = asString(asObject(reference)["path"]);
      if (name !== null && outside.kind(referenced(name, directory)) === null)
        found.push(problem(["references", i, "path"], `references[${i}].path: ${noFile(name)}`));
    }
    return found;
  }
  return { extended, referenced, problems };
}

function noFile(name: string): string {
  return `there is no ${JSON.stringify(name)}. Imports are not followed by its paths.`;
}

function isPath(name: string): boolean {
  return /^\.{1,2}(?:[\\/]|$)/.test(name) || pathsOf(name).isAbsolute(name);
}

/** The name of a package, and what stands behind it. */
function split(name: string): [name: string, below: string] {
  const parts = name.split("/");
  const length = name.startsWith("@") ? 2 : 1;
  return [parts.slice(0, length).join("/"), parts.slice(length).join("/")];
}

export function isInModules(path: string): boolean {
  return /[\\/]node_modules(?:[\\/]|$)/.test(path);
}
