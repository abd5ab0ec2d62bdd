import assert from "node:assert/strict";
import { join } from "node:path";
import { hasTaken, lookAt, lookFor, together, type Seen } from "../src/cli/first-look.ts";
import { scanAll } from "../src/cli/scan-all.ts";
import { LISTEN, withFiles } from "./cli.ts";

const BUNDLE = `/*! bundled by esbuild */\n${`${LISTEN.replaceAll("\n", "")};var a=1,b=2;`.repeat(400)}\n`;
const OPTIONS = { bases: new Map(), levels: {}, suggestions: false, eslint: "ignore" } as const;

describe("the first look at files", () => {
  const names = Array.from({ length: 200 }, (_, i) => `${String(i).padStart(3, "0")}.mjs`);
  const texts = Object.fromEntries(names.map((name, i) => [name, i % 10 === 3 ? LISTEN : `export default ${i};\n`]));

  it("is taken by threads in turns, and is in the order of the files again", () =>
    withFiles(texts, (cwd) => {
      const files = names.map((name) => join(cwd, name));
      const look = lookFor(files, 3);
      const steps: number[] = [];
      let second: Seen | undefined;
      // The second thread takes all that the first one has not taken when it is told of its first file.
      const first = lookAt(look, 0, (done) => {
        steps.push(done);
        second ??= lookAt(look, 1);
      });
      const all = [first, second as Seen, lookAt(look, 2)];
      const { candidates, skipped } = together(all.toReversed(), () => false);
      assert.deepEqual(skipped, []);
      assert.deepEqual(
        candidates.map((each) => each.index),
        Array.from({ length: 20 }, (_, i) => 10 * i + 3),
      );
      assert.deepEqual(
        candidates.map((each) => each.path),
        candidates.map((each) => files[each.index]),
      );
      assert.deepEqual([steps[0], steps.at(-1)], [1, 180], "all that hold nothing, whoever looked at them");
      assert.deepEqual(
        [0, 1, 2].map((thread) => hasTaken(look, thread)),
        [true, true, false],
      );
    }));

  it("keeps texts in the first thread alone", () =>
    withFiles({ "a.mjs": LISTEN }, (cwd) => {
      const textIn = (thread: number) =>
        lookAt(lookFor([join(cwd, "a.mjs")], 2), thread).candidates.map((each) => each.text);
      assert.deepEqual([textIn(0), textIn(1)], [[LISTEN], [undefined]]);
    }));

  it("leaves out what is gone, and what a machine has written unless somebody wants it", () =>
    withFiles({ "a.mjs": LISTEN, "b.mjs": BUNDLE, "c.mjs": "a\0b" }, (cwd) => {
      const files = ["a.mjs", "b.mjs", "c.mjs", "d.mjs"].map((name) => join(cwd, name));
      const seen = (wanted: boolean) => together([lookAt(lookFor(files, 1), 0)], () => wanted);
      const nameOf = ({ path }: { path: string }) => path.slice(cwd.length + 1);
      const whys = (wanted: boolean) => seen(wanted).skipped.map((each) => `${nameOf(each)} ${each.why}`);
      assert.deepEqual(seen(false).candidates.map(nameOf), ["a.mjs"]);
      assert.deepEqual(whys(false), ["b.mjs generated", "c.mjs binary", "d.mjs gone"]);
      assert.deepEqual(seen(true).candidates.map(nameOf), ["a.mjs", "b.mjs"]);
      assert.deepEqual(whys(true), ["c.mjs binary", "d.mjs gone"]);
    }));

  it("and all that follows says in three threads what it says in one", () => {
    const many = Array.from({ length: 4200 }, (_, i) => `${String(i).padStart(4, "0")}.mjs`);
    const padding = "// A comment of some length.\n".repeat(2000);
    const listens = Object.fromEntries(
      many.map((name, i) => [name, i % 100 === 7 ? LISTEN + padding : "export {};\n"]),
    );
    return withFiles({ ...listens, "0050.mjs": BUNDLE, "4100.mjs": "a\0b" }, async (cwd) => {
      const files = many.map((name) => join(cwd, name));
      const inThreads = (threads: number) => scanAll(files, { ...OPTIONS, cwd }, undefined, undefined, threads);
      const [one, three] = [await inThreads(1), await inThreads(3)];
      assert.equal(one.reports.length, 42);
      assert.deepEqual(three, one);
    });
  });
});
