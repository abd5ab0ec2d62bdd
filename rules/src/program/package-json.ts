import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isTooDeep } from "./nesting.ts";
import { readBytes, reasonOf, stampOf } from "./read-file.ts";
import { manifestAt } from "./deno-settings.ts";
import { got } from "../setting-kinds.ts";
import type { PackageFile } from "./package-file.ts";
import type { PackageJson } from "../settings.ts";

const cache = new Map<string, { at: number; found: PackageFile | null }>();

/** In an editor a process lives for days: what was read is good for this long, in milliseconds. */
const FRESH = 2000;

/** In bytes; the largest that people keep have a tenth of it. */
export const LARGEST = 5_000_000;

/** What says that there is a file. */
const UNREADABLE = new Set(["EACCES", "EPERM", "EIO"]);

/** The nearest package.json above a file, with the key `portreuse` of the nearest manifest that has it; null when there is no manifest. */
export function nearestPackageFile(filename: string, now = Date.now()): PackageFile | null {
  const directory = dirname(filename);
  const known = cache.get(directory);
  if (known && now - known.at < FRESH) return known.found;
  const found = manifestAt(directory, unchanged(join(directory, "package.json")), () =>
    dirname(directory) === directory ? null : nearestPackageFile(directory, now),
  );
  cache.set(directory, { at: now, found });
  return found;
}

const read = new Map<string, { stamp: string; file: PackageFile | null }>();

/** As `readPackageFile`, but reads a file again only when it has changed; most directories have none. */
function unchanged(path: string): PackageFile | null {
  let stat;
  try {
    stat = statSync(path, { throwIfNoEntry: false });
  } catch {
    return readPackageFile(path);
  }
  if (!stat) return null;
  const stamp = stampOf(stat);
  let known = read.get(path);
  if (known?.stamp !== stamp) read.set(path, (known = { stamp, file: readPackageFile(path) }));
  return known.file;
}

/** The contents of the nearest package.json above a file; null when there is none. */
export function nearestPackage(filename: string, now = Date.now()): PackageJson | null {
  return nearestPackageFile(filename, now)?.package ?? null;
}

/** Reads one package.json; null where there is none. */
export function readPackageFile(path: string): PackageFile | null {
  let text;
  try {
    if (statSync(path).size > LARGEST) return { path, package: {}, problem: `${path}: it is too large to be read.` };
    text = readBytes(path)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } catch (error) {
    return UNREADABLE.has((error as NodeJS.ErrnoException).code ?? "")
      ? { path, package: {}, problem: `${path}: cannot be read: ${reasonOf(error)}.` }
      : null;
  }
  if (isTooDeep(text)) return { path, package: {}, problem: `${path}: it is nested too deep to be read.` };
  try {
    const value: unknown = JSON.parse(text);
    const good = typeof value === "object" && value !== null && !Array.isArray(value);
    return {
      path,
      package: good ? (value as PackageJson) : {},
      problem: good ? null : `${path}: expected a JSON object, got ${got(value)}.`,
    };
  } catch (error) {
    const before = text.slice(0, endOfJson(text)).split("\n");
    const { message } = error as Error;
    const why = (message.endsWith(" is not valid JSON") ? message.replace(/, .*/s, "") : message)
      .replace(/(?: in JSON)? at position .*/s, "")
      .replace(/^[A-Z]/, (first) => first.toLowerCase());
    return {
      path,
      package: {},
      problem: `${path}:${before.length}:${(before.at(-1) as string).length + 1}: this is not JSON: ${why}.`,
    };
  }
}

/** Where a text stops being JSON. Not every message of the parser has the place: it is the end of the longest beginning that lacks nothing but its end. */
function endOfJson(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (onlyEnds(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function onlyEnds(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return (
      /^(?:Unexpected end|Unterminated)/.test(message) ||
      / at position (\d+)/.exec(message)?.[1] === String(text.length)
    );
  }
}
