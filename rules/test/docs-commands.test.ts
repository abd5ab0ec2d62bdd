import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Lines of blocks of shell code, without their comments. */
function commandsIn(path: string): string[] {
  return [...read(path).matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap(([, block = ""]) => block.split("\n"))
    .map((line) => line.replace(/\s+#.*/, "").trim())
    .filter((line) => line !== "");
}

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: Infinity,
  });
  return { status, stdout, text: stdout + stderr };
}

describe("commands on the pages", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync(join(root, "docs"), "utf8")
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

  for (const page of pages)
    it(`${page} names scripts that are there`, () => {
      const named = [...read(page).matchAll(/\bnpm run ([\w-]+(?::[\w-]+)*)/g)].map(([, name = ""]) => name);
      assert.deepEqual(
        named.filter((name) => !(name in scripts)),
        [],
      );
    });

  const commands = commandsIn("CONTRIBUTING.md");

  describe("npx mocha", () => {
    const mocha = commands.filter((each) => each.startsWith("npx mocha "));
    const fileIn = (command: string) => command.split(" ")[2] ?? "";
    let titles: ReadonlyMap<string, readonly string[]>;
    before(function () {
      this.timeout(60_000);
      const files = [...new Set(mocha.map(fileIn))];
      for (const file of files) assert.ok(existsSync(join(root, file)), file);
      // One process for all of them: loading the code is what takes time.
      const { status, stdout, text } = node(
        "node_modules/mocha/bin/mocha.js",
        "--dry-run",
        "--reporter",
        "json",
        ...files,
      );
      assert.equal(status, 0, text);
      const { tests } = JSON.parse(stdout) as { tests: { file: string; fullTitle: string }[] };
      const testsIn = (file: string) => tests.filter((each) => each.file === join(root, file));
      titles = new Map(files.map((file) => [file, testsIn(file).map(({ fullTitle }) => fullTitle)]));
    });

    for (const command of mocha)
      it(`${command}: finds tests`, () => {
        const [, , , flag, word = ""] = command.split(" ");
        assert.ok(flag === undefined || flag === "-g", command);
        const all = titles.get(fileIn(command)) ?? [];
        const found = all.filter((title) => title.includes(word));
        assert.ok(found.length > 0 && found.length < 500, `${found.length} of ${all.length}`);
        if (flag === "-g") assert.ok(found.length < all.length, "some of them");
      });
  });

  for (const [script, file] of [
    ["npm run check", "check.mjs"],
    ["npm test", "test.mjs"],
  ] as const) {
    it(`${script}: has the steps that are named, and says which there are where one is not`, () => {
      const { status, text } = node(`scripts/${file}`, "no such step");
      assert.equal(status, 2);
      const steps = /; there are (.*)\./.exec(text)?.[1]?.split(", ") ?? [];
      const named = commands
        .filter((each) => each.startsWith(`${script} -- `))
        .flatMap((each) => each.slice(`${script} -- `.length).match(/"[^"]*"|\S+/g) ?? []);
      assert.ok(named.length > 0);
      for (const word of named)
        assert.ok(
          steps.some((step) => step.includes(word.replaceAll('"', ""))),
          word,
        );
    });
  }
});
