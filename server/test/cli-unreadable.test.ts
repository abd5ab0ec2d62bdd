import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { scanAll } from "../src/cli/scan-all.ts";
import { LISTEN, run, withFiles, type Run } from "./cli.ts";

const NOBODY = 65_534;
const FILES = { "a.mjs": LISTEN, "closed.mjs": LISTEN, "folder/b.mjs": LISTEN, "z.mjs": LISTEN };

/** The same as somebody from whom files can be kept: to root all are open. */
async function runAsOther(cwd: string, ...args: string[]): Promise<Run> {
  // What is loaded on demand is not anybody's to read.
  await withFiles({ "a.mjs": LISTEN }, (elsewhere) => run(elsewhere, "check"));
  const root = process.geteuid?.() === 0;
  for (const path of ["", ...(readdirSync(cwd, { recursive: true }) as string[])])
    if (root) chownSync(join(cwd, path), NOBODY, NOBODY);
  for (const path of ["closed.mjs", "folder"]) chmodSync(join(cwd, path), 0);
  if (root) process.seteuid?.(NOBODY);
  try {
    return await run(cwd, ...args);
  } finally {
    if (root) process.seteuid?.(0);
    chmodSync(join(cwd, "folder"), 0o700);
  }
}

describe("what cannot be read", function () {
  before(function () {
    if (process.platform === "win32") this.skip();
  });

  for (const withGit of [true, false])
    it(`is told, and the others are checked, ${withGit ? "with" : "without"} Git`, () =>
      withFiles(FILES, async (cwd) => {
        if (withGit) execFileSync("git", ["init", "-q"], { cwd });
        const { code, out, err } = await runAsOther(cwd, "check");
        assert.deepEqual(
          [code, err.trimEnd().split("\n").sort()],
          [
            2,
            [
              "portreuse: cannot read closed.mjs: permission denied.",
              "portreuse: cannot read folder: permission denied.",
            ],
          ],
        );
        assert.deepEqual(out.match(/^\w+\.mjs$/gm), ["a.mjs", "z.mjs"]);
        assert.match(out, /2 problems .* in 2 files/);
      }));

  it("is told when it is named, as a file, a folder or a file in one", () =>
    withFiles(FILES, async (cwd) => {
      const { code, out, err } = await runAsOther(cwd, "check", "closed.mjs", "folder", "folder/b.mjs", "z.mjs");
      assert.deepEqual(
        [code, err.trimEnd().split("\n").sort()],
        [
          2,
          ["closed.mjs", "folder/b.mjs", "folder"].map((path) => `portreuse: cannot read ${path}: permission denied.`),
        ],
      );
      assert.match(out, /^\nz\.mjs\n/);
    }));

  it("is told of a deno.json that is no JSON, once, and the rest is checked", () =>
    withFiles(
      { "deno.json": '{ "portreuse": ', "a.mjs": LISTEN, "b.mjs": LISTEN, "c/package.json": "{}", "c/c.mjs": LISTEN },
      async (cwd) => {
        const { code, out, err } = await run(cwd, "check");
        assert.deepEqual([code, err], [2, "portreuse: deno.json:1:16: not valid JSON: value expected.\n"]);
        assert.match(out, /3 problems/);
      },
    ));

  it("is told of a package.json", () =>
    withFiles(
      { ...FILES, "package.json/a.mjs": "", "inner/package.json": "{}", "inner/c.mjs": LISTEN },
      async (cwd) => {
        chmodSync(join(cwd, "inner/package.json"), 0);
        const { code, err } = await runAsOther(cwd, "check", "inner", "z.mjs");
        assert.deepEqual([code, err], [2, "portreuse: inner/package.json: cannot be read: permission denied.\n"]);
      },
    ));

  it("does not hide findings: the files beside one that is missing are checked", () =>
    withFiles({ "ok.mjs": LISTEN }, async (cwd) => {
      const { code, out, err } = await run(cwd, "check", "nope.mjs", "ok.mjs");
      assert.deepEqual([code, err], [2, "portreuse: no such file or directory: nope.mjs\n"]);
      assert.match(out, /^\nok\.mjs\n {2}2:21/);
    }));

  it("because it is a pipe, a socket or a device holds nobody up", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) => {
      execFileSync("mkfifo", [`${cwd}/pipe.mjs`]);
      symlinkSync("pipe.mjs", `${cwd}/link.mjs`);
      symlinkSync("pipe.mjs", `${cwd}/package.json`);
      const server = createServer().listen(`${cwd}/socket.mjs`);
      await new Promise((done) => server.once("listening", done));
      try {
        const found = await run(cwd, "check");
        assert.deepEqual(
          [found.code, found.err],
          [2, "portreuse: package.json:1:1: this is not JSON: unexpected end of JSON input.\n"],
        );
        rmSync(`${cwd}/package.json`);
        const { code, out, err } = await run(cwd, "check", "pipe.mjs", "link.mjs", "socket.mjs", "/dev/null", "a.mjs");
        // What was read of package.json is good for a while.
        assert.deepEqual(
          [
            code,
            err
              .trimEnd()
              .split("\n")
              .filter((each) => !each.includes("package.json")),
          ],
          [
            2,
            [
              "pipe.mjs: it is a pipe",
              "link.mjs: it is a pipe",
              "socket.mjs: it is a socket",
              "/dev/null: it is a device",
            ].map((each) => `portreuse: cannot read ${each}, not a file.`),
          ],
        );
        assert.match(out, /^\na\.mjs\n/);
      } finally {
        await new Promise((done) => server.close(done));
      }
    }));

  it("because checking it fails costs the others nothing", () =>
    withFiles({ "a.mjs": LISTEN, "b.mjs": LISTEN }, async (cwd) => {
      const bases = {
        get(path: string): undefined {
          if (path.endsWith("a.mjs")) throw new TypeError("x is not a function");
        },
      };
      const { reports, skipped } = await scanAll([`${cwd}/a.mjs`, `${cwd}/b.mjs`], {
        cwd,
        bases: bases as never,
        levels: {},
        suggestions: false,
        eslint: "ignore",
      });
      assert.deepEqual(
        reports.map((each) => each.path),
        [`${cwd}/b.mjs`],
      );
      assert.deepEqual(
        skipped.map(({ path, why, reason }) => [path, why, /^TypeError: x is not a function at [^\n]+$/.test(reason)]),
        [[`${cwd}/a.mjs`, "failed", true]],
      );
    }));

  it("and an error of our own is called one, with where to look", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) => {
      // As the command line loads them: loaders for tests may hold a module twice.
      const [rule] = (await import("../../rules/src/rules/index.ts")).rules;
      assert.ok(rule?.check);
      const { check } = rule;
      rule.check = () => {
        throw new TypeError("x is not a function");
      };
      try {
        const { code, err } = await run(cwd, "check");
        assert.equal(code, 2);
        assert.match(
          err,
          /^portreuse: Internal error while checking a\.mjs \(please report it\): TypeError: x is not a function at [^\n]+\n$/,
        );
      } finally {
        rule.check = check;
      }
    }));
});
