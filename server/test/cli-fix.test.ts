import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { edited, firstSuggestions } from "../src/cli/fix-suggestions.ts";
import { unifiedDiff } from "../src/cli/unified-diff.ts";
import { ERROR, FIXED_LOCAL_PORT, LISTEN, run, withFiles } from "./cli.ts";

const read = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

describe("--fix-suggestions", () => {
  it("applies the first suggestion of each finding, and reports what is left", () =>
    withFiles(
      { "a.mjs": LISTEN + LISTEN.split("\n")[1]?.replace("3000", "3001") + "\n", "b.mjs": "export {};\n" },
      async (cwd) => {
        const { code, out, err } = await run(cwd, "--fix-suggestions");
        assert.deepEqual(
          [code, out, err],
          [0, "✔ No problems in 2 files\n", "portreuse: applied 2 suggestions in 1 file.\n"],
        );
        assert.equal(read(cwd, "a.mjs").match(/reusePort: false/g)?.length, 2);
        const again = await run(cwd, "--fix-suggestions");
        assert.deepEqual([again.code, again.err], [0, ""]);
      },
    ));

  it("leaves warnings alone with --quiet, as it does not show them", () =>
    withFiles({ "a.mjs": LISTEN, "b.mjs": ERROR }, async (cwd) => {
      const { err } = await run(cwd, "--fix-suggestions", "--quiet");
      assert.equal(err, "portreuse: applied 1 suggestion in 1 file.\n");
      assert.equal(read(cwd, "a.mjs"), LISTEN);
    }));

  it("keeps byte order marks and line ends", () =>
    withFiles({ "a.mjs": `\uFEFF${LISTEN.replaceAll("\n", "\r\n")}` }, async (cwd) => {
      const before = read(cwd, "a.mjs");
      await run(cwd, "--fix-suggestions");
      const after = read(cwd, "a.mjs");
      assert.match(after, /reusePort: false/);
      assert.equal(after.replace(/listen\(.*\)/, ""), before.replace(/listen\(.*\)/, ""));
    }));

  it("changes nothing with --dry-run, and prints a diff that git apply takes", () =>
    withFiles({ "src/a.mjs": LISTEN, "b.mjs": FIXED_LOCAL_PORT.trimEnd(), "c.mjs": ERROR }, async (cwd) => {
      execFileSync("git", ["init", "-q"], { cwd });
      const { code, out, err } = await run(cwd, "--fix-suggestions", "--dry-run");
      // The diff is for people and patch(1); the exit code is that of the findings.
      assert.equal(code, 1);
      assert.match(err, /^portreuse: would apply \d suggestions in \d files\.\n$/);
      assert.deepEqual([read(cwd, "src/a.mjs"), read(cwd, "c.mjs")], [LISTEN, ERROR]);
      execFileSync("git", ["apply", "--check", "-"], { cwd, input: out, stdio: ["pipe", "pipe", "pipe"] });
      execFileSync("git", ["apply", "-"], { cwd, input: out });
      const patched = ["src/a.mjs", "b.mjs", "c.mjs"].map((name) => read(cwd, name));
      writeFileSync(join(cwd, "src/a.mjs"), LISTEN);
      writeFileSync(join(cwd, "b.mjs"), FIXED_LOCAL_PORT.trimEnd());
      writeFileSync(join(cwd, "c.mjs"), ERROR);
      await run(cwd, "--fix-suggestions");
      assert.deepEqual(
        ["src/a.mjs", "b.mjs", "c.mjs"].map((name) => read(cwd, name)),
        patched,
      );
    }));

  it("changes nothing where an option is wrong, and checks all the same", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) => {
      const { out } = await run(cwd, "check");
      for (const wrong of ["--dry-rnu", "--dry-run=yes", "--fomat=json", "--since=none", "--rule=x=off"]) {
        const found = await run(cwd, "--fix-suggestions", wrong);
        assert.deepEqual([found.code, found.out, read(cwd, "a.mjs")], [2, out, LISTEN], wrong);
        assert.match(found.err, /^portreuse: [^\n]+\nportreuse: Nothing was written: [^\n]+\.\n$/);
      }
    }));

  it("leaves files alone that would lose something", () =>
    withFiles(
      { "a.mjs": Buffer.from(`\uFEFF${LISTEN}`, "utf16le"), "b.mjs": Buffer.from(`${LISTEN}// \xe9\n`, "latin1") },
      async (cwd) => {
        const { code, err } = await run(cwd, "--fix-suggestions");
        assert.deepEqual(
          [code, err.trimEnd().split("\n")],
          [
            2,
            [
              "portreuse: cannot apply suggestions to a.mjs: it is not UTF-8.",
              "portreuse: cannot apply suggestions to b.mjs: it is not UTF-8.",
            ],
          ],
        );
        assert.equal(readFileSync(join(cwd, "b.mjs"), "latin1"), `${LISTEN}// \xe9\n`);
      },
    ));

  it("leaves out a suggestion that overlaps with one before it, and makes an edit that two need once", () => {
    const problem = (...edits: [number, number, string][]) =>
      ({
        suggestions: [{ edits: edits.map(([start, end, text]) => ({ range: [start, end], text })) }],
      }) as unknown as Parameters<typeof firstSuggestions>[0]["problems"][number];
    const applied = (...problems: ReturnType<typeof problem>[]) => {
      const { edits, count } = firstSuggestions({ problems });
      return [edited("0123456789", edits), count];
    };
    assert.deepEqual(applied(problem([2, 4, "a"]), problem([3, 5, "b"]), problem([4, 5, "c"])), ["01ac56789", 2]);
    assert.deepEqual(applied(problem([0, 0, "x"], [2, 3, "a"]), problem([0, 0, "x"], [5, 6, "b"])), ["x01a34b6789", 2]);
    assert.deepEqual(applied(problem([0, 0, "x"]), problem([0, 0, "y"])), ["x0123456789", 1]);
    assert.deepEqual(applied(problem([1, 3, "x"]), problem([1, 1, "y"])), ["0x3456789", 1]);
    assert.deepEqual(applied({ suggestions: [] } as unknown as ReturnType<typeof problem>), ["0123456789", 0]);
  });

  it("makes of any edits a diff that turns the old text into the new one", () => {
    const line = fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "dd dd\n");
    const texts = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("", "end"))
      .map(([lines, end]) => lines.join("") + end);
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom("", "x", "x\n", "\n", "a\nb\n")), { maxLength: 4 }),
        (text, raw) => {
          let end = -1;
          const edits = raw
            .map(([start, length, inserted]) => ({ start: Math.min(start, text.length), length, text: inserted }))
            .sort((a, b) => a.start - b.start)
            .flatMap(({ start, length, text: inserted }) => {
              if (start <= end) return [];
              end = Math.min(text.length, start + length);
              return [{ range: [start, end] as [number, number], text: inserted }];
            });
          const expected = edited(text, edits);
          const diff = unifiedDiff("a", text, edits);
          assert.equal(patched(text, diff), expected);
          assert.equal(diff === "", text === expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** What patch(1) makes of a text, strictly: each line of the diff has to fit. */
function patched(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const made: string[] = [];
  let at = 0;
  const rows = (diff.match(/[^\n]*\n/g) ?? []).slice(2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as string;
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n$/.exec(row);
    if (head) {
      const start = Number(head[1]) - (head[2] === "0" ? 0 : 1);
      made.push(...old.slice(at, start));
      at = start;
      assert.equal(Number(head[3]) - (head[4] === "0" ? 0 : 1), made.length);
      continue;
    }
    if (row.startsWith("\\")) continue;
    const content = rows[i + 1]?.startsWith("\\") ? row.slice(1, -1) : row.slice(1);
    if (!row.startsWith("+")) assert.equal(old[at++], content);
    if (!row.startsWith("-")) made.push(content);
  }
  return [...made, ...old.slice(at)].join("");
}
