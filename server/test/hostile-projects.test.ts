import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LISTEN, run, withFiles, type Run } from "./cli.ts";

/** Milliseconds; a machine that is busy with other tests is a few times slower than one that is not. */
const MOST_TIME = 30_000;

/** What `check` and `ports` say of a folder, each in bounded time and without a line of ours about an error of ours. */
async function both(cwd: string): Promise<{ check: Run; ports: Run }> {
  const start = Date.now();
  const check = await run(cwd, "check");
  const ports = await run(cwd, "ports");
  for (const { err } of [check, ports]) assert.doesNotMatch(err, /Internal error|RangeError|TypeError/);
  assert.ok(Date.now() - start < 2 * MOST_TIME);
  return { check, ports };
}

describe("hostile projects", function () {
  this.timeout(120_000);

  it("with 10,000 files that import one another in a circle are checked", () =>
    withFiles({ "package.json": "{}" }, async (cwd) => {
      mkdirSync(join(cwd, "src"));
      for (let i = 0; i < 10_000; i++)
        writeFileSync(
          join(cwd, `src/m${i}.mjs`),
          `import { f as g } from "./m${(i + 1) % 10_000}.mjs";\nexport function f(port) { return g(port); }\n`,
        );
      writeFileSync(
        join(cwd, "src/main.mjs"),
        `import http from "node:http";\nimport { f } from "./m0.mjs";\nhttp.createServer().listen(f(3000));\nhttp.createServer().listen(3000);\n`,
      );
      const { check, ports } = await both(cwd);
      assert.match(check.out, /main\.mjs\n[^]*port 3000/);
      assert.match(ports.out, /3000/);
    }));

  it("with links in a circle, and links that lead out of them, are checked once and nowhere else", () =>
    withFiles({ "in/src/a.mjs": LISTEN, "out/secret.mjs": LISTEN }, async (root) => {
      const cwd = join(root, "in");
      for (const git of [false, true]) {
        if (git) spawnSync("git", ["init", "-q"], { cwd });
        else {
          symlinkSync("..", join(cwd, "src/up"));
          symlinkSync("loop.mjs", join(cwd, "loop.mjs"));
          symlinkSync("../out", join(cwd, "away"));
          symlinkSync("../out/secret.mjs", join(cwd, "away.mjs"));
        }
        const { check } = await both(cwd);
        assert.deepEqual(check.out.match(/^\S+\.mjs$/gm), ["src/a.mjs"]);
        assert.equal(check.err, "");
      }
    }));

  it("with a directory of 30,000 files are checked", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) => {
      mkdirSync(join(cwd, "many"));
      for (let i = 0; i < 30_000; i++) writeFileSync(join(cwd, `many/f${i}.mjs`), "");
      const { check } = await both(cwd);
      assert.match(check.out, /in 30001 files/);
    }));

  it("whose package.json has 50 MB end with one line that says so", () =>
    withFiles(
      { "a.mjs": LISTEN, "package.json": `{ "name": "x", "description": "${"a".repeat(50_000_000)}" }` },
      async (cwd) => {
        const { check } = await both(cwd);
        assert.match(check.out, /port 3000/);
        assert.match(check.err, /^portreuse: [^\n]*package\.json: [^\n]*too large[^\n]*\n$/);
        assert.equal(check.code, 2);
      },
    ));

  it("whose package.json is nested 100,000 deep end with one line", () =>
    withFiles(
      { "a.mjs": LISTEN, "package.json": `{ "portreuse": ${"[".repeat(1e5)}${"]".repeat(1e5)} }` },
      async (cwd) => {
        const { check } = await both(cwd);
        assert.match(check.out, /port 3000/);
        assert.match(check.err, /^(?:portreuse: [^\n]{1,400}\n)?$/);
      },
    ));

  it("whose tsconfig.json extends itself, or another that extends it, are checked", () =>
    withFiles(
      {
        "package.json": "{}",
        "src/a.ts": `import { start } from "@/b";\nstart(3000);\n${LISTEN}`,
        "src/b.ts": "export function start(port: number) {}\n",
        "tsconfig.json":
          '{ "extends": ["./tsconfig.json", "./other.json"], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
        "other.json": '{ "extends": "./tsconfig.json" }',
      },
      async (cwd) => {
        const { check } = await both(cwd);
        assert.match(check.out, /src\/a\.ts/);
      },
    ));

  for (const git of [false, true])
    it(`with names that hold line ends, quotes, spaces, emoji and bytes that are not UTF-8 are checked, ${git ? "with" : "without"} Git`, () =>
      withFiles({}, async (cwd) => {
        const names = [
          "a\nb.mjs",
          "a \"b\" 'c'.mjs",
          " a b .mjs",
          "🚀👨‍👩‍👧.mjs",
          "-rf.mjs",
          "$(touch x).mjs",
          "a\tb\\c.mjs",
        ];
        for (const name of names) writeFileSync(join(cwd, name), LISTEN);
        writeFileSync(
          Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0x61, 0xff, 0xfe]), Buffer.from(".mjs")]),
          LISTEN,
        );
        // One line for a directory, whatever is in it; none for what is not code.
        const folder = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xe9])]);
        mkdirSync(folder);
        for (const name of ["a.mjs", "b.mjs"]) writeFileSync(Buffer.concat([folder, Buffer.from(`/${name}`)]), LISTEN);
        writeFileSync(Buffer.concat([folder, Buffer.from(".txt")]), "");
        if (git) spawnSync("git", ["init", "-q"], { cwd });
        const { check, ports } = await both(cwd);
        assert.deepEqual(check.err.trimEnd().split("\n").sort(), [
          "portreuse: cannot read a\ufffd\ufffd.mjs: its name is not written in UTF-8.",
          "portreuse: cannot read \ufffd: its name is not written in UTF-8.",
        ]);
        assert.equal(check.code, 2);
        assert.match(check.out, new RegExp(`${names.length} warnings\\) in ${names.length} files`));
        assert.equal(ports.out.match(/^ {2}3000 /gm)?.length, names.length);
      }));

  it("whose files come, change and go while they are read end in findings", () =>
    withFiles({ "stays.mjs": LISTEN }, async (cwd) => {
      const { spawn } = await import("node:child_process");
      const script = `const fs = require("fs"); const end = Date.now() + 20000; let i = 0;
        while (Date.now() < end) { const n = "f" + (i++ % 300) + ".mjs"; try { fs.writeFileSync(n, ${JSON.stringify(LISTEN)}.repeat(i % 5)); if (i % 3) fs.unlinkSync(n); } catch {} }`;
      const child = spawn(process.execPath, ["-e", script], { cwd, stdio: "ignore" });
      try {
        for (let i = 0; i < 5; i++) {
          const { check } = await both(cwd);
          assert.match(check.out, /stays\.mjs/);
        }
      } finally {
        child.kill();
        await new Promise((done) =>
          child.exitCode === null && child.signalCode === null ? child.once("exit", done) : done(null),
        );
      }
    }));
});
