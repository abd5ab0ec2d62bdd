import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./install.ts";

/** Times that the tests measure, handed from their processes to the one that prints them. */
export const timesFile = join(cache, "times.txt");

export function forgetTimes(): void {
  rmSync(timesFile, { force: true });
}

/** Writes down how long something took, in milliseconds. */
export function note(what: string, milliseconds: number): void {
  mkdirSync(cache, { recursive: true });
  appendFileSync(timesFile, `${what}: ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms\n`);
}

export function notedTimes(): string {
  return existsSync(timesFile) ? readFileSync(timesFile, "utf8") : "";
}
