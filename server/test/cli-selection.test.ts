import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LISTEN, run, runWithInput, withFiles, type Run } from "./cli.ts";

const filesIn = (cwd: string, { out }: Run) =>
  (JSON.parse(out) as { filePath: string }[]).map(({ filePath }) => filePath.slice(cwd.length + 1));
const checked = async (cwd: string, ...args: string[]) => filesIn(cwd, await run(cwd, "--format", "json", ...args));

describe("globs in quotes", () => {
  const TREE = {
    "src/a.mjs": LISTEN,
    "src/deep/b.ts": LISTEN,
    "src/deep/c.md": "",
    "lib/d.js": LISTEN,
    "src/node_modules/x/e.js": LISTEN,
    "[odd]/f.js": LISTEN,
    ".gitignore": "ignored.js\n",
    "src/ignored.js": LISTEN,
  };

  it("select files that Git does not ignore, below a folder and in a name", () =>
    withFiles(TREE, async (cwd) => {
      execFileSync("git", ["init", "-q"], { cwd });
      assert.deepEqual(await checked(cwd, "src/**/*.{mjs,ts}"), ["src/a.mjs", "src/deep/b.ts"]);
      assert.deepEqual(await checked(cwd, "./src/*"), ["src/a.mjs"]);
      assert.deepEqual(await checked(cwd, "{src,lib}/**"), ["lib/d.js", "src/a.mjs", "src/deep/b.ts"]);
      assert.deepEqual(await checked(cwd, "**/d.js", "lib"), ["lib/d.js"]);
    }));

  it("are paths where such a path is there", () =>
    withFiles(TREE, async (cwd) => assert.deepEqual(await checked(cwd, "[odd]"), ["[odd]/f.js"])));

  it("that match nothing are named, and the others are checked", () =>
    withFiles(TREE, async (cwd) => {
      const { code, out, err } = await run(cwd, "--format", "json", "src/*.tsx", "nowhere/**", "lib/*");
      assert.deepEqual(filesIn(cwd, { code, out, err }), ["lib/d.js"]);
      assert.deepEqual(
        [code, err],
        [
          2,
          'portreuse: no JavaScript or TypeScript file matches "src/*.tsx".\nportreuse: no JavaScript or TypeScript file matches "nowhere/**".\n',
        ],
      );
    }));

  it("do not take in what a machine has written", () =>
    withFiles({ "a.js": `${LISTEN.trim()}${" ".repeat(9000)};` }, async (cwd) =>
      assert.match((await run(cwd, "*.js")).err, /1 generated file was not checked/),
    ));
});

it("a path that is not there is named with the nearest one, and the rest is checked", () =>
  withFiles({ "src/server.mjs": LISTEN }, async (cwd) => {
    const { code, out, err } = await run(cwd, "srcs/", "src/sever.mjs", "src");
    assert.match(out, /1 problem/);
    assert.deepEqual(
      [code, err],
      [
        2,
        "portreuse: no such file or directory: srcs/. Did you mean src?\nportreuse: no such file or directory: src/sever.mjs. Did you mean src/server.mjs?\n",
      ],
    );
  }));

it("a path in a folder that is not there is named with the nearest folder, and one of Windows with its slashes", () =>
  withFiles({ "src/server.mjs": LISTEN }, async (cwd) => {
    const errors = async (path: string) => (await run(cwd, "check", path)).err.replace("portreuse: ", "").trimEnd();
    const missing = (path: string) => `no such file or directory: ${path}`;
    assert.equal(await errors("srx/server.mjs"), `${missing("srx/server.mjs")}. Did you mean src/server.mjs?`);
    assert.equal(await errors("srx/other.mjs"), `${missing("srx/other.mjs")}. Did you mean src?`);
    assert.equal(await errors("lib/server.mjs"), missing("lib/server.mjs"));
    if (process.platform !== "win32")
      assert.equal(await errors("src\\server.mjs"), `${missing("src\\server.mjs")}. Did you mean src/server.mjs?`);
  }));

describe("--since", () => {
  const withCheckout = (use: (cwd: string, git: (...args: string[]) => void) => Promise<void>) =>
    withFiles({ "a.mjs": LISTEN, "b.mjs": LISTEN, "c.mjs": LISTEN, "sub/d.mjs": LISTEN }, async (cwd) => {
      const git = (...args: string[]) =>
        void execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@x.invalid", ...args], {
          cwd,
          stdio: "pipe",
        });
      git("init", "-q", "-b", "trunk");
      git("add", ".");
      git("commit", "-qm", "1");
      await use(cwd, git);
    });

  it("checks what has changed since the branch left: committed, not committed and new", () =>
    withCheckout(async (cwd, git) => {
      git("checkout", "-qb", "work");
      writeFileSync(join(cwd, "a.mjs"), `${LISTEN}//\n`);
      git("commit", "-qam", "2");
      git("checkout", "-q", "trunk");
      // The other branch went on; that is not a change of this one.
      writeFileSync(join(cwd, "b.mjs"), `${LISTEN}//\n`);
      git("commit", "-qam", "3");
      git("checkout", "-q", "work");
      writeFileSync(join(cwd, "sub/d.mjs"), `${LISTEN}//\n`);
      writeFileSync(join(cwd, "sub/new.mjs"), LISTEN);
      rmSync(join(cwd, "c.mjs"));
      assert.deepEqual(await checked(cwd, "--since", "trunk"), ["a.mjs", "sub/d.mjs", "sub/new.mjs"]);
      assert.deepEqual(await checked(cwd, "--since=HEAD", "sub"), ["sub/d.mjs", "sub/new.mjs"]);
      assert.deepEqual(filesIn(cwd, await run(join(cwd, "sub"), "--format", "json", "--since", "trunk", ".")), [
        "sub/d.mjs",
        "sub/new.mjs",
      ]);
    }));

  it("checks what depends on a change, in other files and in a configuration", () =>
    withCheckout(async (cwd, git) => {
      writeFileSync(join(cwd, "a.mjs"), `import { port } from "./port.mjs";\n${LISTEN}`);
      writeFileSync(join(cwd, "port.mjs"), "export const port = 1;\n");
      git("add", ".");
      git("commit", "-qm", "2");
      writeFileSync(join(cwd, "port.mjs"), "export const port = 2;\n");
      assert.deepEqual(await checked(cwd, "--since", "HEAD"), ["a.mjs", "port.mjs"]);
      writeFileSync(join(cwd, "sub/package.json"), "{}");
      assert.deepEqual(await checked(cwd, "--since", "HEAD"), ["a.mjs", "port.mjs", "sub/d.mjs"]);
      git("add", ".");
      git("commit", "-qm", "3");
      rmSync(join(cwd, "sub/package.json"));
      assert.deepEqual(await checked(cwd, "--since", "HEAD"), ["sub/d.mjs"]);
    }));

  it("says when nothing has changed", () =>
    withCheckout(async (cwd) =>
      assert.deepEqual(await run(cwd, "--since", "HEAD"), {
        code: 0,
        out: "",
        err: "portreuse: since HEAD nothing has changed that concerns JavaScript or TypeScript files in the working directory.\n",
      }),
    ));

  it("names a commit that is not there, with the nearest branch, and never takes it for an option of Git", () =>
    withCheckout(async (cwd) => {
      for (const [ref, hint] of [
        ["trnk", " Did you mean trunk?"],
        ["nonsense", ""],
        ["--output=x", ""],
      ] as const)
        assert.deepEqual(await run(cwd, `--since=${ref}`), {
          code: 2,
          out: (await run(cwd, "check")).out,
          err: `portreuse: --since: no commit "${ref}".${hint} All files are checked.\n`,
        });
    }));

  it("needs a checkout", () =>
    withFiles({ "a.mjs": LISTEN }, async (cwd) =>
      assert.deepEqual(await run(cwd, "--since", "main"), {
        code: 2,
        out: (await run(cwd, "a.mjs")).out,
        err: "portreuse: --since: the working directory is not in a Git checkout, or there is no Git. All files are checked.\n",
      }),
    ));
});

describe("--stdin", () => {
  const text = [Buffer.from(LISTEN.slice(0, 20)), Buffer.from(LISTEN.slice(20))];

  it("is checked as the file that it stands for, with the settings of its package.json", () =>
    withFiles(
      { "app/package.json": '{ "portreuse": { "rules": { "require-reuse-option": "error" } } }' },
      async (cwd) => {
        const { code, out } = await runWithInput(text, cwd, "--stdin", "--stdin-filename", "app/src/a.ts");
        assert.equal(code, 1);
        assert.match(out, /^\napp\/src\/a\.ts\n {2}2:21 {2}error /);
      },
    ));

  it("is JavaScript without a name, and may be empty", () =>
    withFiles({}, async (cwd) => {
      assert.match((await runWithInput(text, cwd, "--stdin")).out, /^\nstdin\.js\n {2}2:21 {2}warning /);
      assert.deepEqual(await runWithInput([], cwd, "--stdin"), { code: 0, out: "✔ No problems in 1 file\n", err: "" });
    }));

  it("keeps characters whole that two chunks share, and byte order marks apart", () =>
    withFiles({}, async (cwd) => {
      const whole = Buffer.from(`\uFEFF${LISTEN}// €\n`);
      const cut = whole.length - 3;
      const { out } = await runWithInput(
        [whole.subarray(0, cut), whole.subarray(cut)],
        cwd,
        "--stdin",
        "--format",
        "json",
      );
      const [result] = JSON.parse(out) as { source: string; messages: { column: number }[] }[];
      assert.deepEqual([result?.source, result?.messages[0]?.column], [`${LISTEN}// €\n`, 21]);
    }));

  it("of another language is not checked, and of a test file holds nothing", () =>
    withFiles({}, async (cwd) => {
      assert.deepEqual(await runWithInput(text, cwd, "--stdin", "--stdin-filename", "a.py"), {
        code: 0,
        out: "",
        err: "portreuse: a.py is neither JavaScript nor TypeScript; it was not checked.\n",
      });
      assert.equal(
        (await runWithInput(text, cwd, "--stdin", "--stdin-filename", "test/a.js")).out,
        "✔ No problems in 1 file\n",
      );
    }));
});
