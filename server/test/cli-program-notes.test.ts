import assert from "node:assert/strict";
import { LISTEN, run, withFiles } from "./cli.ts";

describe("what of a project could not be looked at", () => {
  const FILES = { "package.json": "{}", "a.mjs": LISTEN, "b.mjs": LISTEN };
  const linesOf = (text: string) => text.split("\n").filter((each) => each !== "");

  it("is one line a run for a configuration that does not parse, and changes no exit code", async () => {
    const broken = { ...FILES, "ecosystem.config.js": "module.exports = { apps: [" };
    await withFiles(broken, async (cwd) => {
      const { code, err } = await run(cwd, "check");
      assert.equal(code, 0);
      const lines = linesOf(err);
      assert.equal(lines.length, 1, err);
      assert.match(lines[0]!, /^portreuse: .*ecosystem\.config\.js:1:27: not valid JavaScript: /);
    });
  });
  it("is one line a run for each kind of configuration, in its file's words", () =>
    withFiles(
      {
        "package.json": '{ "workspaces": ["packages/*"] }',
        "tsconfig.json": '{ "compilerOptions": { "paths": [] } }',
        "a.ts": `import "@app/x";\n${LISTEN}`,
        "compose.yaml": "services: [",
        "packages/a/package.json": '{ "name": "a"',
        "packages/a/tsconfig.json": '{ "extends": "../../base.json" }',
        "packages/a/a.ts": `import "@app/x";\n${LISTEN}`,
        "packages/b/package.json": '{ "name": "b" }',
        "packages/b/tsconfig.json": '{ "extends": "../../base.json" }',
        "packages/b/b.ts": `import "@app/x";\n${LISTEN}`,
        // Fixtures may be broken on purpose.
        "test/fixtures/package.json": "{",
        "test/fixtures/compose.yaml": "[",
      },
      async (cwd) => {
        for (const args of [
          ["check", "a.ts"],
          ["ports", "a.ts"],
          ["--fix-suggestions", "--dry-run", "a.ts"],
        ]) {
          const { code, err } = await run(cwd, ...args);
          assert.equal(code, 0);
          const lines = linesOf(err).filter((each) => !each.includes("would apply"));
          assert.deepEqual(
            lines.toSorted().map((each) => each.replace(/(?<=YAML: ).*?(?=\. What)/, "…")),
            [
              "portreuse: compose.yaml:1:12: not valid YAML: …. What it starts is not known.",
              "portreuse: packages/a/package.json:1:14: not valid JSON: close brace expected. Its scripts, dependencies and workspaces are not known.",
              'portreuse: packages/a/tsconfig.json:1:14: extends: there is no "../../base.json". Imports are not followed by its paths. The same goes for one more file.',
              "portreuse: tsconfig.json:1:33: compilerOptions.paths: expected an object, got []. It is ignored.",
            ],
            args.join(" "),
          );
        }
      },
    ));
  it("is not said twice where the settings of a file stand in it", () =>
    withFiles({ "package.json": '{ "name": "a"', "a.mjs": LISTEN, "b.mjs": LISTEN }, async (cwd) => {
      const { code, err } = await run(cwd, "check");
      assert.equal(code, 2);
      assert.match(err, /^portreuse: package\.json:1:14: this is not JSON: [^\n]+\n$/);
    }));
  it("is nothing where all of it was", () =>
    withFiles({ ...FILES, "ecosystem.config.js": "module.exports = { apps: [] };" }, async (cwd) =>
      assert.equal((await run(cwd, "check")).err, ""),
    ));
  it("is nothing where nobody asked who runs a file", () =>
    withFiles({ "package.json": "{}", "a.mjs": "", "ecosystem.config.js": "[" }, async (cwd) =>
      assert.equal((await run(cwd, "check", "a.mjs")).err, ""),
    ));
});
