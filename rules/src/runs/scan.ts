import { exchangesAgent, exchangeWords } from "../prefilter/agent-text.ts";
import { optionWords, writesClientOption } from "../prefilter/client-text.ts";
import { perPackages } from "../prefilter/parts.ts";
import { launchers } from "../process/launchers.ts";
import { NOT_WRITTEN } from "../program/workspaces.ts";

/** What a look at the text of a module shows, without a parser. The text itself is not kept: a project may have 100 MB. */
export interface Scanned {
  /** Whatever is imported, required or exported again by a constant name; more than that where comments say so too. */
  specifiers: readonly string[];
  /** The same for what is imported for its types alone, which nobody loads when the code runs. */
  types: readonly string[];
  /** Those of them that may lead to data, or to code that a build has made, which is none of the modules of a project. */
  outside: readonly string[];
  /** It may start processes or threads. */
  mayLaunch: boolean;
  /** It says what a cluster's workers run. */
  setsUpWorkers: boolean;
  /** It loads modules whose names are not constant. */
  loadsMore: boolean;
  /** It writes an option that rules ask clients for. */
  writesClientOption: boolean;
  /** It exchanges the agent that a whole program shares. */
  exchangesAgent: boolean;
}

/** The specifier, in one of three groups. */
export const LOADS =
  /(?:\bfrom|\bimport|\b_*require\d*\s*\(|\bimport\s*\()\s*(?:\/\*[^*]*\*\/\s*)*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)/g;
/** As much stands before a specifier as lists of names are long. */
export const MOST_BEFORE = 4000;
/** `require(path.join(…))`, `import(url)`, `require("./" + name)`; a template counts where something is put into it. */
const MORE = /\b(?:require|import)\s*\(\s*(?:(?![\s"')]|`[^`$\n]*`)|["'][^"'\n]*["']\s*\+)/;
/** Paths that begin with something constant: from the file's own folder, or `"./" + name`. */
const BEGINS =
  /\b__dirname\b|\bimport\.meta\.(?:dir|url|file|path)|["']\.{1,2}\/[^"'\n]*["']\s*\+|`\.{1,2}\/[^`\n]*\$\{/;
/** What starts others, by the names that the tables of launches know: one of each pair has to stand in the text. */
const STARTS: readonly (readonly [module: RegExp, call: RegExp])[] = [
  [/\bcluster\b/i, /\bfork\b/],
  [/\bworker_threads\b|\bWorker\b/, /\bnew\s+(?:[\w$]+\.)?\w*Worker\b/],
  [/["'`](?:node:)?child_process["'`]|["'`](?:execa|zx|cross-spawn)\b/, /\bfork\b/],
  [
    /["'`](?:node:)?child_process["'`]|["'`](?:execa|zx|cross-spawn|bun)["'`/]|\bBun\b|\bDeno\b/,
    /\bexecPath\b|\bargv0\b|\bargv\[0\]|(?<![\w.:-])(?:node|nodejs|bun|deno|tsx|ts-node|nodemon)(?:["'`\s]|\.exe)|\bexecaNode\b|\.node\s*[(`]/,
  ],
  [new RegExp(`["'\`](?:${packages().join("|")})["'\`/]`), /./],
];

/** Without one of these none of the above matches. */
const MAY_START = new RegExp(
  `\\b(?:fork|Worker|worker_threads|Bun|Deno)\\b|` +
    `["'\`](?:(?:node:)?child_process|execa|zx|cross-spawn|bun|${packages().join("|")})["'\`/]`,
);

const SETS_UP_WORKERS = "setup(?:Primary|Master)";
const setsUpWorkers = new RegExp(`\\b${SETS_UP_WORKERS}\\b`);

/**
 * What else is asked of a text begins with one of these words, and most texts hold none of them. Together with the one
 * above it would have more alternatives than V8 looks for at once, and take three times as long.
 */
const mayHoldMore = perPackages(
  (all) => new RegExp(`\\b(?:${[SETS_UP_WORKERS, ...optionWords(all), ...exchangeWords(all)].join("|")})\\b`),
);

const MANIFEST = /(?:^|[\\/])package\.json$/;

/** What a module may load that is none of the modules of its project: data, and code that a build has made. */
function isOutside(specifier: string): boolean {
  if (MANIFEST.test(specifier)) return false;
  return specifier.endsWith(".json") || specifier.split(/[\\/]/).some((part) => NOT_WRITTEN.has(part));
}

/** The packages that start others by whatever they are called with. */
function packages(): string[] {
  const own = /^(?:child_process|worker_threads|Worker|execa)$/;
  return [...new Set(Object.keys(launchers).map((key) => key.replace(/\..*/, "")))].filter((name) => !own.test(name));
}

/** What a text imports, requires or exports again by constant names, be it for types. */
export function specifiersIn(text: string): string[] {
  const { specifiers, types } = loadedIn(text);
  return [...specifiers, ...types];
}

function loadedIn(text: string): Pick<Scanned, "specifiers" | "types"> {
  const mayBeTypes = /\btype\b(?<=(?:\b(?:import|export)\s+|\{\s*)type)/.test(text);
  const specifiers = new Set<string>();
  const types = new Set<string>();
  for (const { index, 0: words, 1: double, 2: single, 3: template } of text.matchAll(LOADS)) {
    const isType =
      mayBeTypes && words.startsWith("from") && isOfTypes(text.slice(Math.max(0, index - MOST_BEFORE), index));
    (isType ? types : specifiers).add((double ?? single ?? template) as string);
  }
  return { specifiers: detached([...specifiers]), types: detached([...types].filter((each) => !specifiers.has(each))) };
}

/** `import type { A }`, `export type *`, `import { type A }`, as it stands before `from`. */
function isOfTypes(before: string): boolean {
  const start = Math.max(before.lastIndexOf("import"), before.lastIndexOf("export"));
  const clause = before.slice(start + "import".length).trim();
  const named = /^\{([^{}]*)\}$/.exec(clause)?.[1];
  if (named === undefined) return /^type\s*(?:\{[^{}]*\}|\*[^{}*]*|\s[\w$]+)$/.test(clause);
  const names = named.split(",").filter((each) => each.trim() !== "");
  return names.length > 0 && names.every((each) => /^\s*type\s/.test(each)) && before.startsWith("import", start);
}

/** Copies: V8 keeps the whole text for a part that was cut out of it. */
function detached(parts: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(parts)) as string[];
}

export function scanned(text: string): Scanned {
  const { specifiers, types } = loadedIn(text);
  const more = mayHoldMore().test(text);
  return {
    specifiers,
    types,
    outside: specifiers.filter(isOutside),
    mayLaunch: MAY_START.test(text) && STARTS.some(([module, call]) => module.test(text) && call.test(text)),
    setsUpWorkers: more && setsUpWorkers.test(text),
    loadsMore: MORE.test(text) && BEGINS.test(text),
    writesClientOption: more && writesClientOption(text),
    exchangesAgent: more && exchangesAgent(text),
  };
}
