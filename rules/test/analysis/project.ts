import { posix } from "node:path";
import assert from "node:assert/strict";
import type { SourceFile } from "../../src/analysis/source.ts";
import type { Node } from "../../src/analysis/ast.ts";
import { resolve } from "../../src/analysis/values.ts";
import { inWords, snippet, type Snippet } from "./marked.ts";

export interface Project {
  /** The marked expressions of the first file. */
  marks: Node[];
  file: SourceFile;
  /** The files that were asked for so far, in order. */
  loaded: string[];
  files: ReadonlyMap<string, Snippet>;
  open(path: string): Snippet;
}

/** Several files in memory that can load each other; the first one is the one that is looked at. */
export function project(sources: Readonly<Record<string, string>>): Project {
  const loaded: string[] = [];
  const files = new Map<string, Snippet>();
  const open = (path: string): Snippet => {
    let known = files.get(path);
    if (!known) {
      files.set(path, (known = snippet(sources[path] as string, path)));
      known.file.load = (specifier) => {
        const target = locate(path, specifier);
        if (target === null) return null;
        if (!loaded.includes(target)) loaded.push(target);
        return open(target).file;
      };
      known.file.peek = (specifier) => sources[locate(path, specifier) ?? ""] ?? null;
    }
    return known;
  };
  const locate = (from: string, specifier: string): string | null => {
    const path = specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : specifier;
    const tries = [path, ...["ts", "js", "cjs", "mjs"].map((each) => `${path}.${each}`), `${path}/index.ts`];
    return tries.find((each) => Object.hasOwn(sources, each)) ?? null;
  };
  const first = open(Object.keys(sources)[0] as string);
  return { ...first, loaded, files, open };
}

/** Tests what the marked expression of the first file is. */
export function checkValues(
  cases: readonly (readonly [title: string, expected: string, sources: Readonly<Record<string, string>>])[],
): void {
  for (const [title, expected, sources] of cases)
    it(`${title} → ${expected}`, () => assert.equal(inWords(resolve(project(sources).marks[0]!)), expected));
}
