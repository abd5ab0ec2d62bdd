import type { Range } from "../analysis/ast.ts";
import { isGenerated } from "../generated.ts";
import { isCode } from "../program/extensions.ts";
import { pathsOf } from "../program/paths.ts";
import { loadsOf } from "./loads.ts";
import { lastWord, wordsFor } from "./importers.ts";
import { LEFT_OUT, type Modules } from "./modules.ts";
import { usesOf } from "./names.ts";
import { specifiersIn } from "./scan.ts";
import { closes } from "./closes.ts";

/** A test that loads a module for what it exports. */
export interface TestImport {
  path: string;
  text: string;
  /** The import, or the call of `require`. */
  range: Range;
  /** The test closes what it has loaded, or hands it to something that is called so. */
  closes: boolean;
}

/** Whether the file at a path is a test. */
export type IsTest = (path: string) => boolean;

/** The tests of a project, which are read for what they import and for nothing else. */
export interface Tests {
  of(path: string, isTest: IsTest): readonly TestImport[];
}

/** A folder by its dots alone: `require("..")`. */
const DOTS = /["'`]\.{1,2}\/?["'`]/;

/** A project with more test files than this is looked at in part. */
const MOST = 5_000;

/** What was read of a test; the specifiers once somebody needs them. */
interface Known {
  text: string;
  specifiers?: readonly string[];
}

export function testsOf(modules: Modules): Tests {
  const { resolver, root } = modules.project;
  const { files } = resolver;
  let version: number | null = null;
  let known = new Map<string, Known>();
  let paths: readonly string[] = [];
  let answers = new Map<string, readonly TestImport[]>();

  function refresh(): void {
    if (files.version() === version) return;
    paths = codeBelow();
    version = files.version();
    answers = new Map();
    known = new Map([...known].filter(([path, { text }]) => files.read(path) === text));
  }
  function read(path: string): Known {
    let found = known.get(path);
    if (!found) {
      const text = files.read(path) ?? "";
      known.set(path, (found = isGenerated(text) ? { text, specifiers: [] } : { text }));
    }
    return found;
  }
  function leads(specifier: string, from: string, path: string): boolean {
    return [false, true].some((require) => {
      const found = resolver.resolve(specifier, from, { require });
      return found.kind === "file" && found.path === path;
    });
  }
  function importsIn(test: string, path: string, words: readonly string[]): TestImport[] {
    const scan = read(test);
    // A name that stands nowhere in the text is in no specifier of it.
    if (!scan.specifiers && !words.some((each) => each !== "" && scan.text.includes(each)) && !DOTS.test(scan.text))
      return [];
    const named = (scan.specifiers ??= specifiersIn(scan.text)).filter(
      (each) => words.includes(lastWord(each)) && leads(each, test, path),
    );
    const file = named.length > 0 ? modules.parsed(test) : null;
    // What stands in for the module opens nothing.
    if (!file || named.some((each) => isReplaced(file.text, each))) return [];
    const found = loadsOf(file).flatMap(({ node, specifier }) => {
      const uses = specifier !== null && named.includes(specifier) ? usesOf(node, null) : [];
      return uses.length > 0 ? [{ node, uses }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const isClosed = found.some(({ uses }) => uses.some((each) => closes(each.node)));
    return [{ path: test, text: file.text, range: first.node.range, closes: isClosed }];
  }
  return {
    of(path, isTest) {
      refresh();
      let found = answers.get(path);
      if (!found) {
        const words = wordsFor(path);
        found = first(MOST, paths, isTest).flatMap((test) => importsIn(test, path, words));
        answers.set(path, found);
      }
      return found;
    },
  };

  function codeBelow(): string[] {
    const found: string[] = [];
    const queue = [root];
    for (let i = 0; i < queue.length && i < MOST && found.length < 4 * MOST; i++) {
      const directory = queue[i] as string;
      const { join } = pathsOf(directory);
      const folders = new Set(files.directories(directory));
      for (const name of files.list(directory)) {
        if (!folders.has(name)) {
          if (isCode(name)) found.push(join(directory, name));
        } else if (!name.startsWith(".") && !LEFT_OUT.has(name)) queue.push(join(directory, name));
      }
    }
    return found;
  }
}

/** As many of them, and no more. */
function first(most: number, paths: readonly string[], isTest: IsTest): string[] {
  const found: string[] = [];
  for (const path of paths) {
    if (found.length === most) break;
    if (isTest(path)) found.push(path);
  }
  return found;
}

/** `jest.mock("./app")`, `vi.doMock(import("./app"))`, `proxyquire("./app", …)` */
function isReplaced(text: string, specifier: string): boolean {
  const name = specifier.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:[mM]ock|\\bproxyquire)\\w{0,30}\\s*\\(\\s*(?:import\\s*\\(\\s*)?["'\`]${name}["'\`]`).test(
    text,
  );
}
