import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LISTEN, run, withFiles } from "./cli.ts";
import { Client, Folder } from "./lsp-client.ts";
import { open } from "./service-fixture.ts";
import { fixturesIn } from "../../rules/test/fixtures.ts";

/** Mostly one line. */
const MINIFIED = `${LISTEN}${"/**/".repeat(2_000)}\n`;
const skipped = (text: string) => `portreuse: ${text}\n`;

describe("generated files", () => {
  it("are not checked by the command line, which says so once; JSON leaves them out", () =>
    withFiles({ "a.min.js": MINIFIED, "sub/b.mjs": LISTEN, "empty.min.js": "/**/".repeat(2_000) }, async (cwd) => {
      const { code, out, err } = await run(cwd, "check", "--format", "json");
      assert.equal(code, 0);
      assert.equal(err, skipped("1 generated file was not checked: a.min.js. --include-generated checks it."));
      assert.deepEqual(
        (JSON.parse(out) as { filePath: string }[]).map((each) => each.filePath.slice(cwd.length + 1)).sort(),
        ["empty.min.js", "sub/b.mjs"],
      );
    }));

  it("are named as long as there are few", () =>
    withFiles(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.js`, MINIFIED])), async (cwd) =>
      assert.deepEqual(await run(cwd, "check"), {
        code: 0,
        out: "",
        err: skipped(
          "5 generated files were not checked: a.js, b.js, c.js and 2 more. --include-generated checks them.",
        ),
      }),
    ));

  it("are checked where they are named, and with --include-generated", () =>
    withFiles({ "a.min.js": MINIFIED }, async (cwd) => {
      for (const args of [["a.min.js"], [".", "a.min.js"], ["--include-generated"]]) {
        const { code, err } = await run(cwd, "check", "--rule", "require-reuse-option=error", ...args);
        assert.deepEqual([code, err], [1, ""], args.join(" "));
      }
    }));

  describe("bundles as they are published", () => {
    const fixtures = fixturesIn("generated").map((each) => ({ ...each, name: basename(each.name) }));
    const found = async (...args: string[]) =>
      withFiles(Object.fromEntries(fixtures.map(({ name, text }) => [name, text])), async (cwd) => {
        const { out } = await run(cwd, "check", "--format", "json", "--rule", "require-reuse-option=warn", ...args);
        return (JSON.parse(out) as { filePath: string; messages: { line: number; column: number; ruleId: string }[] }[])
          .flatMap(({ filePath, messages }) =>
            messages.map(({ line, column, ruleId }) => `${basename(filePath)}:${line}:${column} ${ruleId}`),
          )
          .sort();
      });
    const stated = (files: readonly string[]) =>
      fixtures.flatMap(({ name, expected }) =>
        files.includes(name)
          ? expected.map(({ line, column, rule }) => `${name}:${line}:${column} portreuse/${rule}`)
          : [],
      );
    const all = fixtures.map(({ name }) => name);
    const [byHand, ...others] = ["picture-in-a-string.js", "entities.bundle.mjs", "pipeline.js", "static.min.js"];
    it("are passed over, and a picture in a string is not one", async () =>
      assert.deepEqual(await found(), stated([String(byHand)])));
    it("have their findings with --include-generated", async () =>
      assert.deepEqual(await found("--include-generated"), stated(all)));
    for (const name of others)
      it(`have their findings where they are named: ${name}`, async () => {
        assert.equal(stated([name]).length, 1);
        assert.deepEqual(await found(name), stated([name]));
      });
  });

  it("have no diagnostics and no hover in an editor", () => {
    const opened = open(`${LISTEN.replace("listen", "li|sten")}${"/**/".repeat(2_000)}\n`);
    assert.deepEqual([opened.diagnostics, opened.hover()], [[], null]);
  });

  it("stand in the server's log, not in its findings", async function () {
    this.timeout(30_000);
    const folder = new Folder({ "a.js": LISTEN });
    writeFileSync(join(folder.path, "b.min.js"), MINIFIED);
    const client = await Client.start(folder);
    try {
      await client.until("the other file", () => client.pushed.get(folder.uri("a.js"))?.length === 1);
      await client.until("the line", () =>
        client.logged.some((line) => line === `Generated files were not checked: ${join(folder.path, "b.min.js")}`),
      );
      await client.open(folder.uri("b.min.js"), MINIFIED, "javascript");
      await client.until("its own line", () =>
        client.logged.some((line) => line.endsWith("b.min.js is generated code; it is not checked.")),
      );
      await client.until("no diagnostics", () => client.pushed.has(folder.uri("b.min.js")));
      assert.deepEqual(client.pushed.get(folder.uri("b.min.js")), []);
    } finally {
      await client.stop();
      folder.remove();
    }
  });
});
