import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { SEEDED, runs } from "../../rules/test/properties/check.ts";
import { mutated, mutations } from "../../rules/test/properties/tokens.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { corpusIn } from "../../scripts/bench/corpus.ts";
import { checkMessages } from "../src/lint/messages.ts";
import { isCode } from "../src/project/code-files.ts";

const CACHE = fileURLToPath(new URL("../../.cache/bench/", import.meta.url));
const FILES = 2_000;
/** Seconds of the processor for one file; the machine may be busy. */
const MOST_SECONDS = 6;
const LISTEN = 'require("node:http").createServer().listen(3000);';
const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));
const settings = { host: { testFiles: [], runtime: "node" as const }, hostName: "portreuse", package: null };

describe(`files from npm that were changed token by token ${SEEDED}`, function () {
  this.timeout(3_600_000);

  it("throw nothing, end soon, and are checked or said to be no JavaScript", () => {
    const corpus = corpusIn(CACHE);
    const all = readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((path) => isCode(path) && !path.startsWith(".git/") && !/\.d\.[cm]?ts$/.test(path))
      .sort();
    // Spread over all packages; the seed decides where to begin.
    const { seed } = runs(1);
    const step = Math.max(1, Math.floor(all.length / FILES));
    const paths = all.filter((_, i) => (i + seed) % step === 0).slice(0, FILES);
    const changes = fc.sample(mutations(3), { numRuns: paths.length, seed });
    const counts = { checked: 0, slowest: 0 };
    for (const [i, path] of paths.entries()) {
      const original = readFileSync(join(corpus, path), "utf8");
      const text = `${mutated(original, changes[i] ?? [])}\n;${LISTEN}\n`;
      const start = process.cpuUsage();
      try {
        const messages = checkMessages({ text, path: `src/a.${path.split(".").at(-1)}`, settings, levels });
        if (messages.every(({ ruleId }) => ruleId !== null)) counts.checked++;
        else assert.equal(messages.length, 1);
      } catch (error) {
        throw new Error(`${path}, changed by ${JSON.stringify(changes[i])}`, { cause: error });
      }
      const { user, system } = process.cpuUsage(start);
      counts.slowest = Math.max(counts.slowest, (user + system) / 1e6);
    }
    console.log(
      `      ${paths.length} of ${all.length} files, ${counts.checked} of them checked, the slowest in ${counts.slowest.toFixed(2)} s`,
    );
    assert.ok(paths.length >= FILES, `only ${paths.length} files`);
    assert.ok(counts.checked > paths.length / 10, "most of it cannot be parsed any more");
    assert.ok(counts.slowest < MOST_SECONDS, `${counts.slowest} seconds`);
  });
});
