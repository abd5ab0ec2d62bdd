import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import { packageProblems } from "../src/package-problems.ts";
import type { PackageFile } from "../src/program/package-file.ts";
import { nearestPackage, readPackageFile } from "../src/program/package-json.ts";
import plugin from "../src/eslint.ts";
import { settingsProblems } from "../src/settings.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';

describe("settings", () => {
  let directory = "";
  let count = 0;
  before(() => (directory = realpathSync(mkdtempSync(join(tmpdir(), "portreuse-settings-")))));
  after(() => rmSync(directory, { recursive: true, force: true }));

  /** A folder of its own with these files. */
  function folder(files: Readonly<Record<string, string>>): string {
    const made = join(directory, String(count++));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(made, path)), { recursive: true });
      writeFileSync(join(made, path), text);
    }
    return made;
  }

  /** What ESLint reports of a file in a folder, with the presets' `recommended`. */
  function lint(
    cwd: string,
    settings: object,
    text = LISTEN,
    rules: Linter.RulesRecord = {},
    file = "a.mjs",
  ): string[] {
    const config = [
      { ...(plugin.configs.recommended as Linter.Config), settings: { portreuse: settings as never } },
      { rules },
    ];
    return new Linter({ cwd })
      .verify(text, config, join(cwd, file))
      .map(
        (each) =>
          `${each.line}:${each.column} ${each.severity} ${each.ruleId === "portreuse/require-reuse-option" ? each.messageId : each.message}`,
      );
  }

  it("need an ESLint that hands rules the source code", () => {
    const rule = plugin.rules["require-reuse-option"] as unknown as { create(context: object): object };
    assert.throws(() => rule.create({ options: [], settings: {} }), {
      message: "eslint-plugin-portreuse needs ESLint 9 or later, or oxlint.",
    });
  });

  describe("in ESLint", () => {
    it("that are wrong are errors at the top of the file, each once, and hide nothing", () => {
      const cwd = folder({ "package.json": "{}" });
      for (let turn = 0; turn < 2; turn++)
        assert.deepEqual(lint(cwd, { node: "twenty", platforms: [], rules: {}, tests: [] }), [
          '1:1 2 settings.portreuse.node: expected a semver range such as ">=20", got "twenty".',
          "1:1 2 settings.portreuse.platforms: expected a list of one or more of aix, android, darwin, freebsd, linux, netbsd, openbsd, sunos, win32, got [].",
          '1:1 2 settings.portreuse.rules: levels of rules do not belong here; in ESLint they stand under "rules", as "portreuse/…".',
          "1:1 2 settings.portreuse.tests: no such setting; there are node, runtime, platforms, testFiles, listens, launches and program.",
          "2:21 1 noPolicy",
        ]);
    });

    it("of package.json are told as well", () => {
      const cwd = folder({ "package.json": '{ "portreuse": { "runtime": "nodejs", "rules": {}, "tests": [] } }' });
      const where = `${join(cwd, "package.json")}: portreuse`;
      assert.deepEqual(lint(cwd, {}), [
        `1:1 2 ${where}.runtime: expected one of node, bun, deno, got "nodejs". Did you mean node?`,
        `1:1 2 ${where}.tests: no such setting; there are node, runtime, platforms, testFiles, listens, launches, program and rules.`,
        "2:21 1 noPolicy",
      ]);
    });

    it("are told of a package.json that is no JSON", () => {
      const cwd = folder({ "package.json": '{\n  "name": "a"\n  "version": "1"\n}' });
      assert.deepEqual(lint(cwd, {}), [
        `1:1 2 ${join(cwd, "package.json")}:3:3: this is not JSON: expected ',' or '}' after property value.`,
        "2:21 1 noPolicy",
      ]);
    });

    it("are said once a run, in the first file that they concern, and stay there", () => {
      const cwd = folder({ "package.json": "{}" });
      const check = (file: string) => lint(cwd, { node: "once" }, LISTEN, {}, file).length;
      assert.deepEqual(["a.mjs", "b.mjs", "a.mjs", "b.mjs"].map(check), [2, 1, 2, 1]);
    });

    it("stand under the name of a rule of their own", () => {
      const config = {
        ...(plugin.configs.recommended as Linter.Config),
        settings: { portreuse: { node: "own" as never } },
      };
      const messages = new Linter({ cwd: directory }).verify(LISTEN, [config], join(directory, "own.mjs"));
      assert.deepEqual(
        messages.map(({ ruleId, severity }) => [ruleId, severity]),
        [
          ["portreuse/valid-settings", 2],
          ["portreuse/require-reuse-option", 1],
        ],
      );
    });

    it("are warnings of the process where that rule is off, once a run", async () => {
      const warnings: string[] = [];
      const listen = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);
      process.on("warning", listen);
      try {
        const rules: Linter.RulesRecord = { "portreuse/valid-settings": "off" };
        const cwd = folder({ "package.json": "{}" });
        for (const file of ["a.mjs", "b.mjs"])
          assert.deepEqual(lint(cwd, { node: "off" }, LISTEN, rules, file), ["2:21 1 noPolicy"]);
        await new Promise((resolve) => setImmediate(resolve));
      } finally {
        process.off("warning", listen);
      }
      assert.deepEqual(warnings, [
        'PortreuseSettingsWarning: settings.portreuse.node: expected a semver range such as ">=20", got "off".',
      ]);
    });

    it("of others are one warning of the process", async () => {
      const warnings: string[] = [];
      const listen = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);
      process.on("warning", listen);
      const cwd = folder({ "package.json": "{}", "compose.yaml": "services: 7", "tsconfig.json": "{" });
      try {
        for (const file of ["a.mjs", "b.mjs"]) assert.deepEqual(lint(cwd, {}, LISTEN, {}, file), ["2:21 1 noPolicy"]);
        await new Promise((resolve) => setImmediate(resolve));
      } finally {
        process.off("warning", listen);
      }
      assert.deepEqual(warnings, [
        `PortreuseConfigurationWarning: ${cwd}/compose.yaml:1:11: services: expected an object, got 7. It is ignored.`,
      ]);
    });

    it("are not told of files that nothing can be found in", () => {
      const cwd = folder({ "package.json": "{" });
      assert.deepEqual(lint(cwd, { node: 7 }, "export {};\n"), []);
    });

    it("are told of options that fit the schema and make no sense", () => {
      const cwd = folder({ "package.json": "{}" });
      assert.deepEqual(
        lint(cwd, {}, LISTEN, { "portreuse/no-ephemeral-server-port": ["warn", { range: [60999, 32768] }] }),
        [
          '1:1 1 no-ephemeral-server-port: option "range" expects the first port before the last, got [60999,32768].',
          "2:21 1 noPolicy",
        ],
      );
    });
  });

  it("name files that are there, or may come to be", () => {
    const launches = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, { as: "cluster" }]));
    const about = (files: Readonly<Record<string, string>>, ...paths: string[]) => {
      const made = folder({
        ...files,
        "package.json": JSON.stringify({ portreuse: { launches: launches(...paths) } }),
      });
      const path = join(made, "package.json");
      return packageProblems(readPackageFile(path) as PackageFile).map((each) => each.slice(`${path}: `.length));
    };
    const files = { "src/worker.ts": "", "lib/a.js": "", "threads/a.js": "" };
    assert.deepEqual(about(files, "src/worker.ts", "./src/worker.js", "src/worker", "dist/worker.js"), []);
    assert.deepEqual(about(files, "src/wroker.ts", "lib/nothing.js", "tread/a.js"), [
      'portreuse.launches["src/wroker.ts"]: no such file. Did you mean src/worker.ts?',
      'portreuse.launches["lib/nothing.js"]: no such file.',
      'portreuse.launches["tread/a.js"]: no such file. Did you mean threads/a.js?',
    ]);
  });

  it("of any kind can be told of", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    for (const value of [circle, 1n, () => 1, Symbol("s"), null, NaN, "x".repeat(1000)]) {
      const [problem = "", ...more] = settingsProblems({ node: value }, "here");
      assert.match(problem, /^here\.node: expected a semver range such as ">=20", got .{1,101}\.$/s);
      assert.deepEqual(more, []);
    }
  });

  it("that are undefined are not there", () =>
    assert.deepEqual(settingsProblems({ node: undefined, platforms: undefined }, "here"), []));

  it("with globs that take for ever are refused", () => {
    for (const glob of ["*a*a*a*a*a*a*z", "**/a/**/b/**/c/**/d/**/e/**/f/**/g", "+(a|aa)+(a|aa)"])
      assert.match(settingsProblems({ testFiles: [glob] }, "here").join(), /at most four \*/);
    assert.deepEqual(settingsProblems({ testFiles: ["**/*.{test,spec}.*", "packages/*/test-*-e2e.*"] }, "here"), []);
  });

  it("where a package.json stops being JSON is named exactly", () => {
    const cases: [string, string][] = [
      ["{ broken", "1:3"],
      ['{\n "a": b }', "2:7"],
      ['{"a":1,}', "1:8"],
      ["[1 2]", "1:4"],
      ["{} x", "1:4"],
      ['{"a": "x\ny"}', "1:9"],
      ['{"a": tru}', "1:10"],
      ['{"a": 01}', "1:8"],
      ['{"a": -}', "1:8"],
      ['{"a": "\\q"}', "1:9"],
      ['{"a": 1', "1:8"],
      ["", "1:1"],
      ["<<<<<<< HEAD\n{}", "1:1"],
    ];
    for (const [text, place] of cases) {
      const path = join(folder({ "package.json": text }), "package.json");
      const { problem, package: contents } = readPackageFile(path) ?? {};
      assert.ok(
        problem?.startsWith(`${path}:${place}: this is not JSON: `) && problem.split("\n").length === 1,
        `${JSON.stringify(text)} ${place}: ${problem}`,
      );
      assert.deepEqual(contents, {});
    }
    const good = join(folder({ "package.json": '\uFEFF{ "name": "a" }' }), "package.json");
    assert.deepEqual(readPackageFile(good), { path: good, package: { name: "a" }, problem: null });
    assert.deepEqual(nearestPackage(join(dirname(good), "src/a.js")), { name: "a" });
    assert.equal(readPackageFile(join(directory, "package.json")), null);
  });
});
