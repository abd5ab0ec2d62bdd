import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { relative } from "node:path";
import { listFiles } from "../src/project/files.ts";
import { selectFiles } from "../src/project/selected-files.ts";
import { run, withFiles } from "./cli.ts";

const TREE = {
  ".gitignore": "/build/\n*.gen.js\n!keep.gen.js\n",
  "a.js": "",
  "b.ts": "",
  "c.d.mts": "",
  "d.tsx": "",
  "e.cjs": "",
  "readme.md": "",
  "x.gen.js": "",
  "keep.gen.js": "",
  "build/out.js": "",
  "packages/one/.gitignore": "local.js\n!/x.gen.js\n",
  "packages/one/local.js": "",
  "packages/one/x.gen.js": "",
  "packages/two/local.js": "",
  "packages/two/build/in.js": "",
  "excluded/f.js": "",
  "bin/start": "#!/usr/bin/env -S node --enable-source-maps\nrequire('../a');\n",
  "bin/serve": "#!/usr/local/bin/bun\n",
  "bin/deploy": "#!/bin/sh\nnode a.js\n",
  "bin/watch": "#!/usr/bin/env node-dev\n",
  LICENSE: "Whoever runs #!/usr/bin/env node …\n",
  "node_modules/dep/index.js": "",
  "packages/one/node_modules/dep/index.js": "",
};

const EXPECTED = [
  "a.js",
  "b.ts",
  "bin/serve",
  "bin/start",
  "c.d.mts",
  "d.tsx",
  "e.cjs",
  "keep.gen.js",
  "packages/one/x.gen.js",
  "packages/two/build/in.js",
  "packages/two/local.js",
];

const git = (cwd: string, ...args: string[]) => execFileSync("git", args, { cwd, stdio: "pipe" });

async function below(directory: string, cwd = directory): Promise<string[]> {
  return (await listFiles(directory)).map((each) => relative(cwd, each));
}

describe("files", () => {
  it("are those that Git does not ignore, in a checkout", () =>
    withFiles(TREE, async (cwd) => {
      git(cwd, "init", "-q");
      await withExclude(cwd);
      assert.deepEqual(await below(cwd), EXPECTED);
    }));

  it("are the same without Git", () =>
    withFiles({ ...TREE, ".git/info/exclude": "excluded/\n", ".git/hooks/hook.js": "" }, async (cwd) => {
      // No Git takes this folder for a checkout: it has no HEAD.
      assert.throws(() => git(cwd, "ls-files"));
      assert.deepEqual(await below(cwd), EXPECTED);
    }));

  it("of a folder inside are found with the patterns above it", () =>
    withFiles({ ...TREE, ".git/info/exclude": "excluded/\n" }, async (cwd) =>
      assert.deepEqual(await below(`${cwd}/packages`), ["one/x.gen.js", "two/build/in.js", "two/local.js"]),
    ));

  for (const withGit of [true, false])
    it(`of a folder that is ignored are found when it is named, ${withGit ? "with" : "without"} Git`, () =>
      withFiles(
        { ...TREE, ...(!withGit && { ".git/info/exclude": "" }), "build/node_modules/dep/index.js": "" },
        async (cwd) => {
          if (withGit) git(cwd, "init", "-q");
          assert.deepEqual(await below(`${cwd}/build`), ["out.js"]);
          assert.deepEqual(await below(`${cwd}/node_modules`), ["dep/index.js"]);
        },
      ));

  it("of a checkout inside a checkout, and of submodules, are found", () =>
    withFiles(
      { "a.js": "", "inner/b.js": "", "inner/.gitignore": "c.js", "inner/c.js": "", "library/d.js": "" },
      async (cwd) => {
        for (const each of ["library", "inner", "."]) git(`${cwd}/${each}`, "init", "-q");
        git(`${cwd}/library`, "add", ".");
        git(`${cwd}/library`, "-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-qm", "m");
        git(cwd, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", `${cwd}/library`, "module");
        assert.deepEqual(
          (await below(cwd)).filter((each) => !each.startsWith("library")),
          ["a.js", "inner/b.js", "module/d.js"],
        );
      },
    ));

  it("without an extension are checked as programs where their first line says so", () =>
    withFiles({ "bin/start": "#!/usr/bin/env node\nrequire('http').createServer().listen(3000);\n" }, async (cwd) => {
      const { code, out } = await run(cwd, "check");
      assert.equal(code, 0, "a warning alone");
      assert.match(out, /bin\/start\n {2}2:32 {2}warning/);
    }));

  it("that are deleted but still in the index do no harm", () =>
    withFiles({ "a.js": "" }, async (cwd) => {
      git(cwd, "init", "-q");
      git(cwd, "add", "a.js");
      execFileSync("rm", [`${cwd}/a.js`]);
      assert.deepEqual(await run(cwd, "check"), { code: 0, out: "", err: "" });
    }));

  it("in a hook of another repository are still those of this one", () =>
    withFiles({ "here/a.js": "", "here/.gitignore": "b.js", "here/b.js": "", "other/c.js": "" }, async (cwd) => {
      for (const each of ["here", "other"]) git(`${cwd}/${each}`, "init", "-q");
      process.env["GIT_DIR"] = `${cwd}/other/.git`;
      try {
        assert.deepEqual(await below(`${cwd}/here`), ["a.js"]);
      } finally {
        delete process.env["GIT_DIR"];
      }
    }));

  it("never run a program that the repository names", () =>
    withFiles({ "a.js": "", "monitor.sh": '#!/bin/sh\ntouch "$(dirname "$0")/ran.js"\n' }, async (cwd) => {
      git(cwd, "init", "-q");
      execFileSync("chmod", ["+x", `${cwd}/monitor.sh`]);
      git(cwd, "config", "core.fsmonitor", `${cwd}/monitor.sh`);
      assert.deepEqual(await below(cwd), ["a.js"]);
      assert.deepEqual(await below(cwd), ["a.js"]);
    }));

  it("do not go round in circles of links", () =>
    withFiles({ "src/a.js": "" }, async (cwd) => {
      symlinkSync(cwd, `${cwd}/src/loop`);
      assert.deepEqual(await below(cwd), ["src/a.js"]);
    }));

  it("behind a link are not taken, whether Git knows the link or not", () =>
    withFiles({ "a.js": "", "elsewhere/b.js": "" }, async (cwd) => {
      git(cwd, "init", "-q");
      symlinkSync(`${cwd}/elsewhere/b.js`, `${cwd}/known.js`);
      git(cwd, "add", "a.js", "known.js");
      symlinkSync(`${cwd}/elsewhere/b.js`, `${cwd}/new.js`);
      assert.deepEqual(await below(cwd), ["a.js", "elsewhere/b.js"]);
    }));

  it("with conflicts are taken once", () =>
    withFiles({ "a.js": "" }, async (cwd) => {
      git(cwd, "init", "-q");
      const hash = execFileSync("git", ["hash-object", "-w", "a.js"], { cwd, encoding: "utf8" }).trim();
      const input = [1, 2, 3].map((stage) => `100644 ${hash} ${stage}\ta.js\n`).join("");
      execFileSync("git", ["update-index", "--index-info"], { cwd, input });
      assert.deepEqual(await below(cwd), ["a.js"]);
    }));

  it("may have names like Git's own lines", () =>
    withFiles({ "a\tb.js": "", "100644 c 0\td.js": "", "? e.js": "" }, async (cwd) => {
      git(cwd, "init", "-q");
      git(cwd, "add", "a\tb.js");
      assert.deepEqual(await below(cwd), ["100644 c 0\td.js", "? e.js", "a\tb.js"]);
    }));

  it("are taken once, and a file that is named always", () =>
    withFiles({ ...TREE, ".git/info/exclude": "", "bin/www": "#!/usr/bin/env node\n" }, async (cwd) => {
      const { files, missing, other } = await selectFiles(
        [".", "a.js", "./x.gen.js", "node_modules/dep/index.js", "bin/www", "readme.md", "gone.js"],
        cwd,
      );
      const named = files.map((each) => relative(cwd, each));
      assert.deepEqual(
        [named.filter((each) => each === "a.js").length, missing, other],
        [1, ["gone.js"], ["readme.md"]],
      );
      for (const each of ["x.gen.js", "node_modules/dep/index.js", "bin/www"]) assert.ok(named.includes(each), each);
    }));

  it("that are none are told on stderr", () =>
    withFiles({ "readme.md": "" }, async (cwd) => {
      assert.deepEqual(await run(cwd, "check"), {
        code: 0,
        out: "",
        err: "portreuse: no JavaScript or TypeScript files in the working directory.\n",
      });
      assert.equal(
        (await run(`${cwd}`, "check", "../" + cwd.split("/").at(-1))).err,
        `portreuse: no JavaScript or TypeScript files in "../${cwd.split("/").at(-1)}".\n`,
      );
      assert.deepEqual(await run(cwd, "check", "readme.md"), {
        code: 0,
        out: "",
        err: "portreuse: readme.md is neither JavaScript nor TypeScript; it was not checked.\n",
      });
    }));
});

async function withExclude(cwd: string): Promise<void> {
  const { appendFileSync } = await import("node:fs");
  appendFileSync(`${cwd}/.git/info/exclude`, "excluded/\n");
}
