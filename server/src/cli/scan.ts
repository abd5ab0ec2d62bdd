import { countDone, takeBlock } from "./shares.ts";
import { readText } from "../project/read-text.ts";
import type { FileReport, Skipped, Candidate, Found, ScanTask } from "./scan-types.ts";

/** Candidates in blocks of neighbours, none of which holds much more than `most` characters. */
export function blocksOf(candidates: readonly Candidate[], most: number): Candidate[][] {
  const blocks: Candidate[][] = [];
  let size = Infinity;
  for (const candidate of candidates.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (size + candidate.size > most) {
      blocks.push([]);
      size = 0;
    }
    (blocks.at(-1) as Candidate[]).push(candidate);
    size += candidate.size;
  }
  return blocks;
}

/** Checks blocks until none is left that nobody has taken. `step` is given how many candidates all threads together have checked. */
export async function checkBlocks(
  { blocks, options, shares, thread }: ScanTask,
  step: (done: number) => void = () => {},
): Promise<Found> {
  // The parser takes longer to load than most projects to read, and many never need it.
  const { fileChecker } = await import("./scan-file.ts");
  const problems: string[] = [];
  const skipped: Skipped[] = [];
  const { check, notes, configurations } = fileChecker(options, problems);
  const found: [number, FileReport][] = [];
  for (let taken = takeBlock(shares, thread); taken !== null; taken = takeBlock(shares, thread))
    for (const candidate of blocks[taken] as readonly Candidate[]) {
      look(candidate);
      step(countDone(shares));
    }
  return { found, skipped, problems, notes, configurations: configurations() };

  function look(candidate: Candidate): void {
    const { index, path } = candidate;
    const read = candidate.text === undefined ? readText(path) : { text: candidate.text };
    delete candidate.text;
    if (read.text === null) skipped.push({ path, why: read.why, reason: read.reason });
    else
      try {
        const report = check(path, read.text, candidate.configured);
        if (report) found.push([index, report]);
      } catch (error) {
        // One file that nobody thought of may not cost the findings of all others.
        skipped.push({
          path,
          why: "failed",
          reason: (error as Error).stack?.replace(/\s+/g, " ").slice(0, 300) ?? String(error),
        });
      }
  }
}
