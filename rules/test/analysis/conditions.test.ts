import assert from "node:assert/strict";
import { onPlatform } from "../../src/analysis/assumptions.ts";
import { conditionsOf, exclude, holds } from "../../src/analysis/conditions.ts";
import "../../src/analysis/values.ts";
import { allHold, isNeutral } from "../../src/sockets/neutral-conditions.ts";
import { marked, snippet } from "./marked.ts";

/** `a`, `!b`, `c (exit)`, `d in 1 2`, innermost first. */
function around(code: string): string[] {
  const { marks, file } = snippet(code);
  const text = (node: { range: readonly [number, number] }) => file.text.slice(...node.range);
  return conditionsOf(marks[0]!).map(
    ({ test, when, exit, cases }) =>
      `${when ? "" : "!"}${text(test)}${cases ? ` in ${cases.map(text).join(" ")}` : ""}${exit ? " (exit)" : ""}`,
  );
}

describe("conditionsOf", () => {
  for (const [code, expected] of [
    ["if (a) «f()»;", ["a"]],
    ["if (a) {} else «f()»;", ["!a"]],
    ["if («f()») {}", []],
    ["if (a) { if (b) «f()»; }", ["b", "a"]],
    ["a ? «f()» : 1;", ["a"]],
    ["a ? 1 : «f()»;", ["!a"]],
    ["a && «f()»;", ["a"]],
    ["a || «f()»;", ["!a"]],
    ["«f()» || a;", []],
    ["if (a) throw 1; «f()»;", ["!a (exit)"]],
    ["if (a) process.exit(); «f()»;", ["!a (exit)"]],
    ["if (a) Deno.exit(); «f()»;", ["!a (exit)"]],
    ["if (a) other.exit(); «f()»;", []],
    ["if (a) process.abort(); «f()»;", ["!a (exit)"]],
    ["if (a) process.kill(); «f()»;", []],
    ["if (a) exit(); «f()»;", []],
    ["if (a) it.process.exit(); «f()»;", []],
    ["if (a) { g(); throw 1; } «f()»;", ["!a (exit)"]],
    ["if (a) { while (b) break; } «f()»;", []],
    ["if (a) { g(); } else { h(); } «f()»;", []],
    ["if (a) { if (b) throw 1; else g(); } «f()»;", []],
    ["if (a) { if (b) g(); else throw 1; } «f()»;", []],
    ["class C { static { if (a) throw 1; «f()»; } }", ["!a (exit)"]],
    ["function g() { if (a) return; «f()»; }", ["!a (exit)"]],
    ["a &&= «f()»;", ["a"]],
    ["a ||= «f()»;", ["!a"]],
    ["a ??= «f()»;", ["!a"]],
    ["a = «f()»;", []],
    ["a += «f()»;", []],
    ["b[«f()»] ??= 1;", []],
    ["a ?? «f()»;", ["!a"]],
    ["«f()» ? 1 : 2;", []],
    ["switch (a) { case 1: g(); case 2: «f()»; }", ["a in 1 2"]],
    ["switch (a) { case 1: throw 1; case 2: «f()»; }", ["a in 2"]],
    ["switch (a) { case 1: break; case 2: default: «f()»; case 3: }", ["!a in 1 3"]],
    ["switch («f()») { case 1: }", []],
    ["function g() { «f()»; } function h() { g(); } function i() { h(); } if (a) i();", ["a"]],
    ["const g = () => «f()»; if (a) g();", ["a"]],
    ["if (a) g(); «f()»;", []],
    ["«f()»; if (a) throw 1;", []],
    ["if (a) g(); else throw 1; «f()»;", ["a (exit)"]],
    ["if (a) throw 1; else g(); «f()»;", ["!a (exit)"]],
    ["if (a) throw 1; else throw 2; «f()»;", []],
    ["if (a) { if (b) throw 1; else throw 2; } «f()»;", ["!a (exit)"]],
    ["if (a) { if (b) throw 1; } «f()»;", []],
    ["for (;;) { if (a) continue; «f()»; }", ["!a (exit)"]],
    ["switch (a) { case 1: «f()»; }", ["a in 1"]],
    ["switch (a) { case 1: case 2: «f()»; }", ["a in 1 2"]],
    ["switch (a) { case 1: break; case 2: «f()»; }", ["a in 2"]],
    ["switch (a) { case 1: break; default: «f()»; }", ["!a in 1"]],
    ["switch (a) { case 1: default: «f()»; break; case 2: }", ["!a in 2"]],
    ["function g() { «f()»; } if (a) g();", ["a"]],
    ["function g() { «f()»; } if (a) g(); g();", []],
    ["function g() { «f()»; } if (a) g(); keep(g);", []],
    ["function g() { «f()»; if (a) g(); }", []],
    ["function g() { if (b) «f()»; } function h() { g(); } if (a) h();", ["b", "a"]],
  ] as [string, string[]][])
    it(`${code} → ${expected.join(", ") || "none"}`, () => assert.deepEqual(around(code), expected));
});

describe("holds", () => {
  const on = (code: string, platform: string) =>
    conditionsOf(marked(code)).map((each) => holds(each, onPlatform(platform)));
  it("is true, false, or null where nobody can say", () => {
    assert.deepEqual(on("if (process.platform === 'linux') «f()»;", "linux"), [true]);
    assert.deepEqual(on("if (process.platform === 'linux') «f()»;", "win32"), [false]);
    assert.deepEqual(on("if (process.platform !== 'linux') throw 1; «f()»;", "linux"), [true]);
    assert.deepEqual(on("if (x) «f()»;", "linux"), [null]);
  });
  it("looks at the cases of a switch", () => {
    const code = "switch (process.platform) { case 'linux': case 'freebsd': «f()»; break; case x: }";
    assert.deepEqual(on(code, "freebsd"), [true]);
    assert.deepEqual(on(code, "win32"), [false]);
    const other = "switch (process.platform) { case 'linux': break; default: «f()»; }";
    assert.deepEqual(on(other, "linux"), [false]);
    assert.deepEqual(on(other, "win32"), [true]);
    assert.deepEqual(on("switch (process.platform) { case x: «f()»; }", "win32"), [null]);
    assert.deepEqual(on("switch (x) { case 1: «f()»; }", "win32"), [null]);
  });
});

describe("exclude", () => {
  for (const [code, expected] of [
    ["if (a) «f()»; else «g()»;", true],
    ["if (a) { «f()»; «g()»; }", false],
    ["if (a) «f()»; if (b) «g()»;", false],
    ["if (a) «f()»; «g()»;", false],
    ["if (a) { if (b) «f()»; } else «g()»;", true],
    ["a ? «f()» : «g()»;", true],
    ["if (a) { «f()»; throw 1; } «g()»;", true],
    ["switch (a) { case 1: «f()»; break; case 2: «g()»; }", true],
    ["switch (a) { case 1: «f()»; «g()»; }", false],
    ["switch (a) { case 1: «f()»; case 2: «g()»; }", false],
    ["switch (a) { case 1: «f()»; break; default: «g()»; }", true],
    ["switch (a) { default: «f()»; break; case 1: «g()»; }", true],
    ["switch (a) { case 1: «f()»; default: «g()»; }", false],
    ["switch (a) { default: «f()»; «g()»; }", false],
  ] as [string, boolean][])
    it(`${code} ${expected ? "never runs both" : "may run both"}`, () => {
      const [x, y] = snippet(code).marks.map((each) => conditionsOf(each));
      assert.equal(exclude(x!, y!), expected);
      assert.equal(exclude(y!, x!), expected);
    });
});

describe("conditions that have nothing to do with sharing", () => {
  const neutral = (code: string) => isNeutral(conditionsOf(marked(code))[0]!);
  for (const code of [
    "if (require.main === module) «f()»;",
    "if (import.meta.main) «f()»;",
    "import cluster from 'cluster'; if (cluster.isPrimary) «f()»;",
    "import cluster from 'cluster'; const worker = !cluster.isPrimary; if (worker) «f()»;",
    "import { isMainThread } from 'worker_threads'; if (!isMainThread) «f()»;",
    "if (process.argv[1] === fileURLToPath(import.meta.url)) «f()»;".replace(
      /^/,
      "import { fileURLToPath } from 'url'; ",
    ),
    "if (process.argv.includes('--x')) «f()»;",
    "if (process.env.NODE_ENV !== 'test') «f()»;",
    "if (err) throw err; «f()»;",
    "if (err.code === 'E') «f()»;",
    "if (process.platform === 'linux') «f()»;",
    "if (!ready) return; «f()»;",
  ])
    it(`${code} is neutral`, () => assert.ok(neutral(code)));
  for (const code of [
    "if (ready) «f()»;",
    "if (process.env.WORKERS) «f()»;",
    "if (count > 1) return; «f()»;",
    "if (useCluster) return; «f()»;",
    "if (!ready) return startServer(); «f()»;",
  ])
    it(`${code} is not`, () => assert.ok(!neutral(code)));

  it("allHold is false where one fails, null where one is unknown", () => {
    const on = (code: string, platform: string) => allHold(conditionsOf(marked(code)), platform);
    const code = "if (process.platform === 'linux') { if (x) «f()»; }";
    assert.equal(on(code, "linux"), null);
    assert.equal(on(code, "win32"), false);
    assert.equal(on("if (process.platform === 'linux') { if (import.meta.main) «f()»; }", "linux"), true);
  });
});
