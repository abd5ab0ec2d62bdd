import { isGenerated } from "../../../rules/src/generated.ts";
import { isDeclaration } from "../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { readText } from "../project/read-text.ts";
import type { Candidate, Skipped } from "./scan-types.ts";

/**
 * The first thread keeps as many characters of candidates until they are checked. All others are read again, which costs less than to
 * copy them from thread to thread.
 */
const KEPT = 8_000_000;
/** As many files are taken at once. */
const STRIDE = 64;

/** What threads look at together. */
export interface Look {
  files: readonly string[];
  /** Shared memory: how many files are taken, how many were looked at and hold nothing, then how many each thread has taken. */
  counts: Int32Array;
}

/** What one thread has seen. */
export interface Seen {
  /** In the order of the files. Those that a machine has written are marked, and without their text. */
  candidates: (Candidate & { generated?: true })[];
  skipped: (Skipped & { index: number })[];
}

export function lookFor(files: readonly string[], threads: number): Look {
  return { files, counts: new Int32Array(new SharedArrayBuffer(4 * (2 + threads))) };
}

/** Whether a thread has taken files. After all are taken it takes none any more. */
export function hasTaken({ counts }: Look, thread: number): boolean {
  return Atomics.load(counts, 2 + thread) > 0;
}

/**
 * Reads files until none is left that no thread has taken, and keeps those that are worth parsing; this is quick, and most projects
 * have few. `step` is given how many of the others there were.
 */
export function lookAt({ files, counts }: Look, thread: number, step: (done: number) => void = () => {}): Seen {
  const seen: Seen = { candidates: [], skipped: [] };
  let kept = 0;
  for (let from = take(); from < files.length; from = take())
    for (let index = from; index < Math.min(from + STRIDE, files.length); index++) {
      const path = files[index] as string;
      const read = isDeclaration(path) ? { text: "" } : readText(path);
      if (read.text === null) seen.skipped.push({ index, path, why: read.why, reason: read.reason });
      else if (mayHaveSites(read.text)) {
        const { text } = read;
        const size = text.length;
        if (isGenerated(text)) seen.candidates.push({ index, path, size, generated: true });
        else seen.candidates.push({ index, path, size, ...(thread === 0 && (kept += size) <= KEPT && { text }) });
        continue;
      }
      step(Atomics.add(counts, 1, 1) + 1);
    }
  return seen;

  function take(): number {
    const from = Atomics.add(counts, 0, STRIDE);
    if (from < files.length) Atomics.add(counts, 2 + thread, 1);
    return from;
  }
}

/**
 * What all threads have seen, in the order of the files.
 * `wanted`: whether a file is checked although a machine has written it.
 */
export function together(
  all: readonly Seen[],
  wanted: (path: string) => boolean,
): { candidates: Candidate[]; skipped: Skipped[] } {
  const byIndex = (a: { index: number }, b: { index: number }) => a.index - b.index;
  const isLeftOut = ({ generated, path }: Seen["candidates"][number]) => generated === true && !wanted(path);
  const seen = all.flatMap((each) => each.candidates).sort(byIndex);
  const left = seen
    .filter(isLeftOut)
    .map(({ index, path }) => ({ index, path, why: "generated", reason: "" }) as const);
  const skipped = [...all.flatMap((each) => each.skipped), ...left].sort(byIndex);
  return {
    candidates: seen.filter((each) => !isLeftOut(each)).map(({ generated: _, ...candidate }) => candidate),
    skipped: skipped.map(({ index: _, ...each }) => each),
  };
}

/** The same in one thread. */
export function candidatesIn(
  files: readonly string[],
  wanted: (path: string) => boolean,
  step?: (done: number) => void,
): { candidates: Candidate[]; skipped: Skipped[] } {
  return together([lookAt(lookFor(files, 1), 0, step)], wanted);
}
