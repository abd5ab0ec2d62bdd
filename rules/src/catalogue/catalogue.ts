import type { Entry, Package } from "./types.ts";

/** The rows of some packages, with everything that is looked up in them. */
export interface Catalogue {
  readonly packages: readonly Package[];
  /** Whether anything of this last name does something to a socket: a call of any other name need not be resolved. */
  isCallName(name: string): boolean;
  /** The same for what does more than connect. */
  opensPorts(name: string): boolean;
  /** The module's name without `node:`; for a copy kept elsewhere that of the package. */
  canonicalModule(specifier: string): string;
  /** The row with this key, aliases followed. */
  entryAt(key: string): Entry | undefined;
  /** The key after aliases. */
  canonicalKey(key: string): string;
  /** The row of a method or property of a type, looked up along `extends`. */
  memberAt(type: string, name: string): Entry | undefined;
  /** Whether `type` is `ancestor` or extends it. */
  isA(type: string, ancestor: string): boolean;
  /** Whether two types have a common ancestor: both are servers, both are sockets. */
  areRelated(a: string, b: string): boolean;
  /** The same export of two modules that are alike, or two such modules themselves: `http.request` and `https.request`, `net` and `tls`. */
  areNamesakes(a: string, b: string): boolean;
  /** Whether a module specifier is that of a package, or of a copy of it. */
  isKnownModule(specifier: string): boolean;
  /** Whether a module or a global has a row of this name, or one below it. */
  hasMember(path: string, name: string): boolean;
  /** Whether a text has the name of a module in quotes. */
  namesModule(text: string): boolean;
  /** Whether a text has a word of a package through which code reaches functions of the C library. */
  mayReachC(text: string): boolean;
  /** The module that a global name stands for. */
  globalPath(name: string): string | undefined;
}

export function createCatalogue(packages: readonly Package[]): Catalogue {
  const entries = new Map(packages.flatMap((each) => Object.entries(each.entries)));
  const modules = new Set(packages.flatMap((each) => each.modules));
  const globals = new Map(packages.flatMap((each) => Object.entries(each.globals ?? {})));
  const copies = packages.filter((each) => each.copies !== undefined);
  const calls = [...entries].flatMap(([key, entry]) => {
    const { does } = entryAt(entry.alias ?? key) ?? {};
    const end = Math.max(key.lastIndexOf("#"), key.lastIndexOf("."));
    return does ? [{ name: key.slice(end + 1), isMember: end !== -1, does }] : [];
  });
  const callNames = new Set(["default", ...calls.map(({ name }) => name)]);
  const portNames = new Set(
    calls.flatMap(({ name, isMember, does }) => (isMember && does.op !== "connect" ? [name] : [])),
  );
  const reachC = wordsOf(
    packages.filter(({ entries }) => Object.values(entries).some((row) => row.cFunction ?? row.cSymbols)),
  );
  const imports = new RegExp(`["'\`](?:node:)?(?:${[...modules].map(literally).join("|")})["'\`]`);
  return {
    packages,
    isCallName: (name) => callNames.has(name),
    opensPorts: (name) => portNames.has(name),
    canonicalModule,
    entryAt,
    canonicalKey,
    memberAt,
    isA: (type, ancestor) => lineOf(type).includes(ancestor),
    areRelated: (a, b) => lineOf(a).some((each) => lineOf(b).includes(each)),
    areNamesakes,
    isKnownModule: (specifier) => modules.has(canonicalModule(specifier)),
    hasMember: (path, name) =>
      entries.has(`${path}.${name}`) || [...entries.keys()].some((key) => key.startsWith(`${path}.${name}.`)),
    namesModule: (text) => imports.test(text),
    mayReachC: (text) => reachC?.test(text) ?? false,
    globalPath: (name) => globals.get(name),
  };

  function canonicalModule(specifier: string): string {
    const name = specifier.startsWith("node:") ? specifier.slice(5) : specifier;
    return copies.find((each) => each.copies?.test(name))?.modules[0] ?? name;
  }

  function entryAt(key: string): Entry | undefined {
    const entry = entries.get(key);
    return entry?.alias === undefined ? entry : entryAt(entry.alias);
  }

  function canonicalKey(key: string): string {
    const alias = entries.get(key)?.alias;
    return alias === undefined ? key : canonicalKey(alias);
  }

  function memberAt(type: string, name: string): Entry | undefined {
    for (let at: string | undefined = type; at; at = entryAt(at)?.extends) {
      const entry = entryAt(`${at}#${name}`);
      if (entry) return entry;
    }
    return undefined;
  }

  /** A type and what it extends. */
  function lineOf(type: string): readonly string[] {
    const line: string[] = [];
    for (let at: string | undefined = type; at; at = entryAt(at)?.extends) line.push(at);
    return line;
  }

  function areNamesakes(a: string, b: string): boolean {
    const [x, y] = [a, b].map((path) => [...modules].find((each) => path === each || path.startsWith(`${each}.`)));
    if (x === undefined || y === undefined || x === y) return false;
    const tail = a.slice(x.length);
    if (tail !== b.slice(y.length)) return false;
    return tail === ""
      ? [...entries.keys()].some((key) => key.startsWith(`${x}.`) && entries.has(`${y}${key.slice(x.length)}`))
      : entries.has(a) && entries.has(b);
  }
}

/** Finds the modules and the triggers of packages, of `Deno.dlopen` the last word; null for none. */
function wordsOf(packages: readonly Package[]): RegExp | null {
  const words = packages.flatMap(({ modules, triggers }) => [
    ...modules,
    ...triggers.map((each) => each.replace(/^[.="]|"$/g, "")),
  ]);
  const last = new Set(words.map((each) => literally(each.slice(each.lastIndexOf(".") + 1))));
  return last.size === 0 ? null : new RegExp(`(?<![A-Za-z])(?:${[...last].join("|")})(?![A-Za-z])`);
}

/** A word as a regular expression that matches it alone. */
function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
