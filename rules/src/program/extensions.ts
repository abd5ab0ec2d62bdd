import type { Files } from "./files.ts";
import { pathsOf } from "./paths.ts";

const TYPESCRIPT = [".ts", ".tsx", ".mts", ".cts"];
const JAVASCRIPT = [".js", ".mjs", ".cjs", ".jsx"];

/** What a compiler makes `.js` of. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".jsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
  ".jsx": [".tsx"],
};

export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/i.test(path);
}

/** Whether a file holds code, rather than types or data. */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path) && !/\.d\.(?:\w+\.)?[cm]?ts$/i.test(path);
}

/** A first line such as `#!/usr/bin/env -S node --no-warnings`. */
const SHEBANG = /^#![^\n]*?[/\t ](?:node|nodejs|bun|deno|tsx|ts-node)(?![\w-])/;

/** Whether a text is a program that a JavaScript runtime runs, as its first line says. */
export function startsRuntime(text: string): boolean {
  return SHEBANG.test(text);
}

/** Whether a file has no extension, and only its first line can say whether it holds code. */
export function mayStartRuntime(path: string): boolean {
  return /(?:^|[\\/])[a-z][\w-]*$/.test(path);
}

/** Whether a file holds code: by its name, or a program without an extension by its first line. */
export function holdsCode(files: Files, path: string): boolean {
  return isCode(path) || (mayStartRuntime(path) && startsRuntime(files.read(path) ?? ""));
}

/** `x.js` written for `x.ts`: the names that the source of a built file may have, beside each other. */
export function sourceNames(path: string): string[] {
  const { ext, stem } = split(path);
  return (SOURCES[ext] ?? []).map((source) => stem + source);
}

/**
 * The file that a path means when it is imported: itself, one with an extension, or the TypeScript that a `.js` stands for.
 * A TypeScript importer gets TypeScript first, as its compiler does; a JavaScript one gets what Node would load.
 */
export function fileAt(files: Files, path: string, typescript: boolean): string | null {
  const isFile = (each: string) => files.kind(each) === "file";
  const sources = sourceNames(path);
  const [first, second] = typescript ? [sources, [path]] : [[path], sources];
  const extensions = typescript ? [...TYPESCRIPT, ...JAVASCRIPT] : [...JAVASCRIPT, ...TYPESCRIPT];
  const isDone = (each: string) => !/\.d\.[cm]?ts$/.test(each);
  return (
    [...first, ...second].find(isFile) ??
    [...extensions, ".json"].map((extension) => path + extension).find((each) => isDone(each) && isFile(each)) ??
    null
  );
}

/** The index file of a directory. */
export function indexOf(files: Files, directory: string, typescript: boolean): string | null {
  return files.kind(directory) === "directory"
    ? fileAt(files, pathsOf(directory).join(directory, "index"), typescript)
    : null;
}

/** A path without its extension, where it is one of code. */
export function split(path: string): { stem: string; ext: string } {
  const ext = /\.[cm]?[jt]sx?$/i.exec(path)?.[0] ?? "";
  return { stem: path.slice(0, path.length - ext.length), ext: ext.toLowerCase() };
}
