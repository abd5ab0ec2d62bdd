import { pathsOf } from "../program/paths.ts";
import { split } from "../program/extensions.ts";
import { isAnywhere, leadsTo, placeBelow } from "./leading.ts";
import { loadsOf } from "./loads.ts";
import type { Modules } from "./modules.ts";
import { targetOf } from "../process/targets.ts";

/** Who loads a module. Specifiers are resolved only where their last word could mean it. */
export interface Importers {
  /** The modules that load this one, by constant names or by a constant prefix. */
  of(path: string): readonly string[];
  /** A module and all that lead to it. */
  ancestors(path: string): ReadonlySet<string>;
  /** Whether no beginning of a path is another one since values have changed. */
  stand(): boolean;
  /** The same with those that take types alone, on which what is found in them may depend too. */
  withTypes(): Importers;
}

interface Reference {
  from: string;
  specifier: string;
}

export function importersOf(modules: Modules, typesToo = false): Importers {
  const { resolver } = modules.project;
  const relative = new Map<string, Reference[]>();
  const bare = new Map<string, string[]>();
  for (const [from, { specifiers, types }] of modules.all())
    for (const specifier of typesToo ? [...specifiers, ...types] : specifiers)
      if (/^(?:\.{1,2}(?:[\\/]|$)|\/|file:)/.test(specifier)) add(relative, lastWord(specifier), { from, specifier });
      else add(bare, specifier, from);
  let named: Map<string, string[]> | undefined;
  let prefixes: readonly Prefix[] | undefined;
  let all: Importers | undefined;
  const known = new Map<string, readonly string[]>();

  /** By the names of packages and aliases: what leads to no file for one importer is left alone for all. */
  function byName(): Map<string, string[]> {
    if (named) return named;
    named = new Map();
    for (const [specifier, users] of bare) {
      if (!users.slice(0, 3).some((from) => leadsTo(resolver, specifier, from) !== null)) continue;
      for (const from of users) {
        const path = leadsTo(resolver, specifier, from);
        if (path !== null) add(named, path, from);
      }
    }
    return named;
  }
  function byPrefix(): readonly Prefix[] {
    if (!prefixes) {
      // What the beginning of a path is may itself depend on who imports a module: a circle adds nothing.
      prefixes = [];
      prefixes = prefixesOf(modules);
      known.clear();
    }
    return prefixes;
  }
  function of(path: string): readonly string[] {
    let found = known.get(path);
    if (found) return found;
    const begun = byPrefix();
    const all = new Set(byName().get(path));
    for (const word of wordsFor(path))
      for (const { from, specifier } of relative.get(word) ?? [])
        if (!all.has(from) && leadsTo(resolver, specifier, from) === path) all.add(from);
    for (const { from, prefix } of begun) if (path.startsWith(prefix)) all.add(from);
    all.delete(path);
    known.set(path, (found = [...all]));
    return found;
  }
  return {
    of,
    ancestors(path) {
      const all = new Set([path]);
      for (const each of all) for (const one of of(each)) all.add(one);
      return all;
    },
    withTypes: () => (all ??= importersOf(modules, true)),
    stand: () => !prefixes || JSON.stringify(prefixesOf(modules)) === JSON.stringify(prefixes),
  };
}

/** What a module loads by a path that begins like this. */
interface Prefix {
  from: string;
  prefix: string;
}

function prefixesOf(modules: Modules): Prefix[] {
  return [...modules.all()].flatMap(([from, { loadsMore }]) => (loadsMore ? prefixesIn(modules, from) : []));
}

/** What a module loads by a path of which the beginning is constant. */
function prefixesIn(modules: Modules, from: string): Prefix[] {
  const file = modules.parsed(from);
  if (!file) return [];
  return loadsOf(file).flatMap(({ specifier, argument }) => {
    if (specifier !== null || !argument) return [];
    const target = targetOf(argument, "file", from);
    if ((target.kind !== "prefix" && target.kind !== "specifier") || isAnywhere(target.text)) return [];
    return [{ from, prefix: placeBelow(target.text, from) }];
  });
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The last part of a path without its extension; "" for a directory by dots alone. */
export function lastWord(specifier: string): string {
  const last =
    specifier
      .replace(/[?#].*/s, "")
      .split(/[\\/]/)
      .at(-1) ?? "";
  return /^\.*$/.test(last) ? "" : split(last).stem;
}

/** The last words that may mean a file: its own name, or a directory above it whose main file it is. */
export function wordsFor(path: string): string[] {
  const { dirname, basename } = pathsOf(path);
  const words = new Set(["", split(basename(path)).stem]);
  for (let at = dirname(path), i = 0; i < 3; at = dirname(at), i++) words.add(basename(at));
  return [...words];
}
