import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIXED_LOCAL_PORT, LISTEN, run, runWithInput, withFiles } from "./cli.ts";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

const configWith = (rules: string, { before = "", name = "portreuse", settings = "" } = {}) =>
  `import plugin from "eslint-plugin-portreuse";\n${before}\nexport default [{ files: ["**/*.mjs"], plugins: { ${name}: plugin }, rules: { ${rules} }, settings: { portreuse: { ${settings} } } }];\n`;

const OFF = configWith('"portreuse/require-reuse-option": "off", "portreuse/no-fixed-local-port": "error"');

/** A project that lists the plugin and has ESLint installed; the plugin is a stand-in, for only its configuration is read. */
function project(
  config: string,
  files: Readonly<Record<string, string>>,
  use: (directory: string) => Promise<void>,
): Promise<void> {
  return withFiles(
    {
      "package.json": '{"type":"module","devDependencies":{"eslint-plugin-portreuse":"*"}}',
      ...(config !== "" && { "eslint.config.js": config }),
      "node_modules/eslint-plugin-portreuse/package.json":
        '{"name":"eslint-plugin-portreuse","type":"module","exports":"./index.js"}',
      "node_modules/eslint-plugin-portreuse/index.js":
        'const rule = { meta: { schema: [{ type: "object" }] }, create: () => ({}) };\nexport default { meta: { name: "eslint-plugin-portreuse" }, rules: { "require-reuse-option": rule, "no-fixed-local-port": rule } };\n',
      ...files,
    },
    async (directory) => {
      symlinkSync(join(modules, "eslint"), join(directory, "node_modules/eslint"), "junction");
      await use(directory);
    },
  );
}

/** The rules that are reported, with their severities, by file. */
async function found(cwd: string, ...args: string[]): Promise<{ code: number; rules: string[]; err: string }> {
  const { code, out, err } = await run(cwd, "check", "--format", "json", ...args);
  const results = JSON.parse(out) as { filePath: string; messages: { ruleId: string; severity: number }[] }[];
  const rules = results.flatMap(({ filePath, messages }) =>
    messages.map(
      (each) => `${filePath.slice(cwd.length + 1)} ${each.ruleId.replace("portreuse/", "")} ${each.severity}`,
    ),
  );
  return { code, rules: rules.filter((each) => !each.startsWith("eslint.config")).sort(), err };
}

describe("--eslint-config", function () {
  this.timeout(60_000);
  const FILES = { "a.mjs": LISTEN, "src/b.mjs": FIXED_LOCAL_PORT };

  it("takes the levels of the project's ESLint, those of --rule above them", () =>
    project(OFF, FILES, async (cwd) => {
      assert.deepEqual(await found(cwd, "--eslint-config"), {
        code: 1,
        rules: ["src/b.mjs no-fixed-local-port 2"],
        err: "",
      });
      const { rules } = await found(cwd, "--eslint-config", "--rule", "no-fixed-local-port=warn");
      assert.deepEqual(rules, ["src/b.mjs no-fixed-local-port 1"]);
    }));

  it("is not the default: a line says that there is one, and nothing of the project is run", () =>
    project(`throw new Error("ran");\n${OFF}`, FILES, async (cwd) => {
      const { code, rules, err } = await found(cwd);
      assert.equal(code, 0);
      assert.deepEqual(rules, ["a.mjs require-reuse-option 1", "src/b.mjs no-fixed-local-port 1"]);
      assert.equal(
        err,
        "portreuse: levels of eslint.config.js are not used; --eslint-config uses them (and runs that file), --no-eslint-config hides this line.\n",
      );
      assert.equal((await found(cwd, "--no-eslint-config")).err, "");
    }));

  it("finds the plugin under any name, and the settings that all rules share", () =>
    project(
      configWith('"net/require-reuse-option": "error"', { name: "net", settings: 'testFiles: ["a.mjs"]' }),
      { "a.mjs": LISTEN, "b.mjs": LISTEN },
      async (cwd) => assert.deepEqual((await found(cwd, "--eslint-config")).rules, ["b.mjs require-reuse-option 2"]),
    ));

  it("leaves out what the suppressions file holds, unless there is more of it", () =>
    project(
      configWith('"net/require-reuse-option": "error", "net/no-fixed-local-port": "warn"', { name: "net" }),
      {
        "a.mjs": LISTEN,
        "src/b.mjs": `${LISTEN}http.createServer().listen(3001);\n`,
        "src/c.mjs": FIXED_LOCAL_PORT,
        "eslint-suppressions.json": JSON.stringify({
          "a.mjs": { "net/require-reuse-option": { count: 1 } },
          "src/b.mjs": { "net/require-reuse-option": { count: 1 } },
          "src/c.mjs": { "net/no-fixed-local-port": { count: 1 } },
        }),
      },
      async (cwd) => {
        assert.deepEqual((await found(cwd, "--eslint-config")).rules, [
          "src/b.mjs require-reuse-option 2",
          "src/b.mjs require-reuse-option 2",
          "src/c.mjs no-fixed-local-port 1",
        ]);
        // It belongs to that configuration.
        assert.equal((await found(cwd)).rules.length, 4);
        const { out } = await run(cwd, "--eslint-config", "a.mjs");
        assert.equal(out, "✔ No problems in 1 file\n");
      },
    ));

  it("says that a suppressions file is broken", () =>
    project(
      configWith('"portreuse/require-reuse-option": "error"'),
      { "a.mjs": LISTEN, "eslint-suppressions.json": "{" },
      async (cwd) => {
        const { code, err } = await found(cwd, "--eslint-config");
        assert.equal(code, 2);
        assert.equal(err, "portreuse: eslint-suppressions.json: this is not JSON.\n");
      },
    ));

  it("says in one line that a configuration is broken, and goes on with the levels of package.json", () =>
    project('throw new Error("no config\\n  today");\n', FILES, async (cwd) => {
      const { code, rules, err } = await found(cwd, "--eslint-config");
      assert.equal(code, 2);
      assert.equal(rules.length, 2);
      assert.equal(
        err,
        "portreuse: The ESLint configuration of . cannot be used: no config today. The levels of package.json are used.\n",
      );
    }));

  it("says which of ESLint's settings make no sense, and what a configuration prints, on standard error", () =>
    project(
      configWith('"portreuse/require-reuse-option": "error"', {
        settings: 'node: "soon"',
        before: 'console.log("hello");',
      }),
      FILES,
      async (cwd) => {
        const { code, rules, err } = await found(cwd, "--eslint-config");
        assert.equal(code, 2);
        assert.deepEqual(rules, ["a.mjs require-reuse-option 2"]);
        assert.match(
          err,
          /^portreuse: ESLint configuration of .*: hello\nportreuse: eslint\.config\.js: settings\.portreuse\.node: expected .*\n$/,
        );
      },
    ));

  it("says where there is nothing to use", async () => {
    await withFiles({ "package.json": "{}", "a.mjs": LISTEN }, async (cwd) => {
      const { code, rules, err } = await found(cwd, "--eslint-config");
      assert.deepEqual([code, rules.length], [2, 1]);
      assert.match(
        err,
        /^portreuse: --eslint-config: no package\.json above a\.mjs lists eslint-plugin-portreuse; the levels of package\.json are used\.\n$/,
      );
    });
    await project("", FILES, async (cwd) => {
      const { code, err } = await found(cwd, "--eslint-config");
      assert.equal(code, 2);
      assert.match(err, /^portreuse: --eslint-config: ESLint finds no configuration in .*\n$/);
    });
  });

  it("goes with standard input", () =>
    project(OFF, {}, async (cwd) => {
      const check = (...args: string[]) =>
        runWithInput([LISTEN], cwd, "check", "--stdin", "--stdin-filename", "a.mjs", ...args);
      assert.match((await check("--no-eslint-config")).out, /require-reuse-option/);
      assert.deepEqual(await check("--eslint-config"), { code: 0, out: "✔ No problems in 1 file\n", err: "" });
    }));
});
