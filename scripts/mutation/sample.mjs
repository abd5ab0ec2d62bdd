// Plugins for Stryker. The checker: of all mutants it lets a sample through, chosen by lot. It calls the others uncompilable, as type checkers do
// with mutants that make no sense, so that they are neither run nor counted.
import { createHash } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

/** `SAMPLE`: how many in ten thousand are run; `SAMPLE_SEED`: which. */
const share = Number(process.env.SAMPLE ?? 10_000);
const seed = process.env.SAMPLE_SEED ?? "1";

/** A number below ten thousand, the same for the same mutant and seed. */
function lot({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = relative(process.cwd(), fileName);
  const what = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash("sha256").update(JSON.stringify(what)).digest().readUInt32BE() % 10_000;
}

const sample = () => ({
  init: async () => {},
  group: async (mutants) => [mutants.map(({ id }) => id)],
  check: async (mutants) =>
    Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        lot(mutant) < share ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]),
    ),
});
sample.inject = [];

/** Where results are written as they come: a run takes hours, and what is known of it by then is worth reading. */
const RESULTS = ".cache/mutation/results.jsonl";

/** The reporter: one line of JSON for each mutant that was run. */
const lines = () => ({
  onMutationTestingPlanReady: () => writeFileSync(RESULTS, ""),
  onMutantTested({ status, fileName, location: { start, end }, mutatorName, replacement, coveredBy, killedBy }) {
    if (status === "CompileError" || status === "Ignored") return;
    const [file, tests] = [relative(process.cwd(), fileName), coveredBy?.length ?? 0];
    const place = `${file}:${start.line}:${start.column}-${end.line}:${end.column}`;
    appendFileSync(RESULTS, `${JSON.stringify({ status, place, mutatorName, replacement, tests, killedBy })}\n`);
  },
});
lines.inject = [];

export const strykerPlugins = [
  { kind: "Checker", name: "sample", factory: sample },
  { kind: "Reporter", name: "lines", factory: lines },
];
