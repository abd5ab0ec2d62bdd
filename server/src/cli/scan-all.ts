import { availableParallelism } from "node:os";
import { linesOf } from "../../../rules/src/program/configuration-problem.ts";
import { eslintFor } from "./eslint-for.ts";
import { hasTaken, lookAt, lookFor, together, type Seen } from "./first-look.ts";
import { blocksOf, checkBlocks } from "./scan.ts";
import { sharesOf } from "./shares.ts";
import { helpersFor, type Helpers } from "./helpers.ts";
import type { ScanTask, Scan, ScanOptions } from "./scan-types.ts";
import { withoutSuppressed } from "./suppressions.ts";

/** A thread has to load the parser and warm up; below so much code for each, in bytes, one thread is as fast. */
const WORTH_A_THREAD = 600_000;
/** So many files are likely to hold as much. */
const WORTH_STARTING = 2_000;
/** As many blocks for each thread: the last one waits for no more than one of them. */
const BLOCKS = 64;
/** More threads than this wait for the memory. */
const MOST_THREADS = 8;

/**
 * Checks files, in several threads where that pays; the order of the reports is that of the files.
 * `wanted`: whether a file is checked although a machine has written it. `step` is given how many are done.
 */
export async function scanAll(
  files: readonly string[],
  options: ScanOptions,
  wanted: (path: string) => boolean = () => false,
  step: (done: number) => void = () => {},
  threads = Math.min(availableParallelism(), MOST_THREADS),
): Promise<Scan> {
  const helpers = helpersFor(threads - 1);
  // Among so many files there are enough that are worth a thread.
  helpers.start(Math.floor(files.length / WORTH_STARTING));
  try {
    return await scan(files, options, wanted, step, helpers);
  } finally {
    helpers.end();
  }
}

async function scan(
  files: readonly string[],
  options: ScanOptions,
  wanted: (path: string) => boolean,
  step: (done: number) => void,
  helpers: Helpers,
): Promise<Scan> {
  const { candidates, skipped } = together(await firstLook(files, step, helpers), wanted);
  if (candidates.length === 0) return { reports: [], skipped, problems: [], notes: [] };
  const eslint = await eslintFor(
    candidates.map((each) => each.path),
    options,
  );
  for (const each of candidates) {
    const configured = eslint.configured.get(each.path);
    if (configured) each.configured = configured;
  }
  const bytes = candidates.reduce((sum, each) => sum + each.size, 0);
  const used = Math.max(1, Math.min(helpers.most + 1, candidates.length, Math.floor(bytes / WORTH_A_THREAD)));
  const blocks = blocksOf(candidates, bytes / used / BLOCKS);
  const task: ScanTask = { blocks, options, shares: sharesOf(blocks.length, used), thread: 0 };
  // Texts are not handed over: to read them again costs less than to copy them.
  const bare = blocks.map((block) => block.map(({ text: _, ...candidate }) => candidate));
  const others = Promise.all(
    Array.from({ length: used - 1 }, (_, i) => helpers.ask(i, "check", { ...task, blocks: bare, thread: i + 1 })),
  );
  const [own, answers] = await Promise.all([
    checkBlocks(task, (done) => step(files.length - candidates.length + done)),
    others,
  ]);
  const all = [own, ...answers];
  const found = all.flatMap((each) => each.found).sort(([a], [b]) => a - b);
  const left = withoutSuppressed(
    found.map(([, report]) => report),
    eslint.configured,
  );
  const problems = [...new Set([...all.flatMap((each) => each.problems), ...eslint.problems, ...left.problems])].sort();
  const configurations = linesOf(
    all.flatMap((each) => each.configurations),
    problems,
  );
  return {
    reports: left.reports,
    skipped: [...skipped, ...all.flatMap((each) => each.skipped)],
    problems,
    notes: [...new Set([...configurations, ...all.flatMap((each) => each.notes), ...eslint.notes])],
  };
}

/** All threads that were started take files as they get to it; the last ones may still load when there are none left. */
async function firstLook(files: readonly string[], step: (done: number) => void, helpers: Helpers): Promise<Seen[]> {
  const look = lookFor(files, 1 + helpers.started());
  const others = Array.from({ length: helpers.started() }, (_, i) => helpers.ask(i, "look", { look, thread: i + 1 }));
  const own = lookAt(look, 0, step);
  return [own, ...(await Promise.all(others.filter((_, i) => hasTaken(look, i + 1))))];
}
