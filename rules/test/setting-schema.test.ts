import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { isTestFile, stated } from "../src/environment.ts";
import { SETTING_NAMES, settingsProblems, type SettingsSources } from "../src/settings.ts";
import { packageSchema } from "../../client/manifest.ts";

const where = "here";
const problems = (settings: object) => settingsProblems(settings, where);

describe("the settings' table", () => {
  /** Settings that make sense, and settings with the lines that they get. */
  const good: object[] = [
    { node: ">=22", runtime: "bun", platforms: ["linux"], testFiles: [] },
    { listens: "single", program: false },
    { listens: "shared", launches: {} },
    { launches: { "src/worker.js": { as: "cluster" }, "./b.ts": { as: "threads", count: "many" } } },
    { launches: { "a.js": { as: "once", count: 1 }, "b.js": { as: "processes", count: 4 } } },
  ];
  const bad: [object, string[]][] = [
    [{ listens: "both" }, ['here.listens: expected one of single, shared, got "both".']],
    [{ program: "no" }, ['here.program: expected true or false, got "no".']],
    [{ launches: [] }, ["here.launches: expected an object of paths, each with how the file is started, got []."]],
    [
      { launches: { "a.js": { as: "thread", count: 0 }, "b.js": 4 } },
      [
        'here.launches["a.js"].as: expected one of cluster, threads, processes, once, got "thread". Did you mean threads?',
        'here.launches["a.js"].count: expected a whole number from 1 or "many", got 0.',
        'here.launches["b.js"]: expected an object such as { "as": "cluster", "count": 4 }, got 4.',
      ],
    ],
    [
      { launches: { "a.js": { count: 1.5, cuont: 2 } } },
      [
        'here.launches["a.js"].cuont: no such key. Did you mean count?',
        'here.launches["a.js"]: expected an object such as { "as": "cluster", "count": 4 }, got no "as".',
        'here.launches["a.js"].count: expected a whole number from 1 or "many", got 1.5.',
      ],
    ],
    [{ lanches: {} }, ["here.lanches: no such setting. Did you mean launches?"]],
    [{ platform: ["linux"] }, ["here.platform: no such setting. Did you mean platforms?"]],
    [{ listens: "singel" }, ['here.listens: expected one of single, shared, got "singel". Did you mean single?']],
    [{ program: "false" }, ['here.program: expected true or false, got "false". Did you mean false?']],
    [{ node: 20 }, ['here.node: expected a semver range such as ">=20", got 20. Did you mean "20"?']],
    ...[
      [["windows", "linux"], ' Did you mean ["win32","linux"]?'],
      [["linus", "macOS"], ' Did you mean ["linux","darwin"]?'],
      ["linux", ' Did you mean ["linux"]?'],
      [["linux", "templeos"], ""],
    ].map(([platforms, hint]): [object, string[]] => [
      { platforms },
      [
        "here.platforms: expected a list of one or more of aix, android, darwin, freebsd, linux, netbsd, openbsd, sunos, " +
          `win32, got ${JSON.stringify(platforms)}.${String(hint)}`,
      ],
    ]),
    [{ hover: { facts: false } }, ["here.hover: only an editor has this setting."]],
    [
      { toString: 1 },
      ["here.toString: no such setting; there are node, runtime, platforms, testFiles, listens, launches and program."],
    ],
  ];
  /** What the schema cannot say. */
  const onlyInWords: [object, string[]][] = [
    [{ node: "twenty" }, ['here.node: expected a semver range such as ">=20", got "twenty".']],
    [
      { launches: { "a.js": { as: "once", count: 3 } } },
      ['here.launches["a.js"].count: expected 1 or nothing where "as" is "once", got 3.'],
    ],
    ...["C:\\a.js", "/a.js", "a\\b.js", ""].map((path): [object, string[]] => [
      { launches: { [path]: { as: "cluster" } } },
      [`here.launches[${JSON.stringify(path)}]: expected a path relative to the folder, with forward slashes.`],
    ]),
  ];

  it("has a line for every problem, and none where all is well", () => {
    for (const settings of good) assert.deepEqual(problems(settings), []);
    for (const [settings, lines] of [...bad, ...onlyInWords]) assert.deepEqual(problems(settings), lines);
  });

  it("gives a JSON schema that takes and refuses the same", () => {
    const validate = new Ajv({ strictTypes: false, strictTuples: false })
      .addKeyword("markdownDescription")
      .compile(packageSchema);
    for (const portreuse of good) assert.ok(validate({ name: "a", portreuse }), JSON.stringify(validate.errors));
    for (const [portreuse] of bad) assert.ok(!validate({ portreuse }), JSON.stringify(portreuse));
    assert.ok(validate({ portreuse: { rules: { "require-reuse-option": ["warn", { apis: "all" }] } } }));
    assert.ok(!validate({ portreuse: { rules: { "require-reuse-option": ["loud"] } } }));
    assert.ok(!validate({ portreuse: { rules: { "no-such-rule": "warn" } } }));
  });

  it("gives the names of the extension's settings and of the declarations", () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    const manifest = JSON.parse(read("package.json")) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> } };
    };
    const members = /interface Settings \{(.*?)\n {2}\}/s.exec(read("rules/types/index.d.cts"))?.[1] ?? "";
    for (const name of SETTING_NAMES) {
      // A default that says something would hide what package.json says.
      const property = manifest.contributes.configuration.properties[`portreuse.${name}`];
      assert.ok(property?.default === null || property?.default === "", name);
      assert.match(members, new RegExp(`^    ${name}\\?: `, "m"));
    }
  });

  it("is asked for what is stated, the host first", () => {
    const sources = (host: object, portreuse: unknown): SettingsSources => ({
      host,
      hostName: "settings.portreuse",
      package: { portreuse } as NonNullable<SettingsSources["package"]>,
    });
    assert.deepEqual(stated("listens", sources({ listens: "single" }, { listens: "shared" })), {
      value: "single",
      by: "settings.portreuse.listens",
    });
    assert.deepEqual(stated("program", sources({ program: "no" }, { program: false })), {
      value: false,
      by: "portreuse.program of package.json",
    });
    for (const wrong of [null, [], "shared", { listens: 1 }]) assert.equal(stated("listens", sources({}, wrong)), null);
  });
});

describe("test files", () => {
  const none: SettingsSources = { host: {}, hostName: "settings.portreuse", package: null };
  const tests = [
    ...["a.test.ts", "src/a.spec.mjs", "src/a.bench.js", "A.Test.tsx", "a.test.d.ts"],
    ...[
      "test/a.js",
      "src/tests/a.js",
      "__tests__/a.js",
      "e2e/a.ts",
      "spec/a.ts",
      "specs/a.ts",
      "Test/a.js",
      "TESTS/a.js",
    ],
    ...["bench/a.js", "benchmark/a.js", "packages/x/benchmarks/deep/down/a.js"],
    ...["fixtures/a.js", "__fixtures__/a.js", "mocks/a.js", "__mocks__/a.js", "test-fixtures/a.js"],
    ...[
      "mbTest/a.js",
      "hl-tests/a.js",
      "integrationTests/a.js",
      "http_bench/a.js",
      "webE2E/a.js",
      "webE2e/a.js",
      "mbTEST/a.js",
    ],
    ...[
      "test_helpers/a.js",
      "test-helper/a.js",
      "testUtils/a.js",
      "src/testutil.js",
      "test-int/a.js",
      "channels/chat/tests_unit/a.js",
      "Test-Integration/deep/a.js",
      "src/testutils.ts",
      "src/test-helpers.cts",
    ],
  ];
  const others = [
    ...[
      "src/a.js",
      "a.ts",
      "latest/a.js",
      "contest/a.js",
      "LATEST/a.js",
      "Contest/a.js",
      "attests/a.js",
      "greatest/server.js",
    ],
    ...[
      "inspect/a.js",
      "aspects/a.js",
      "workbench/a.js",
      "testing/a.js",
      "tester/a.js",
      "test-server/a.js",
      "test-interface/a.js",
      "latest-unit/a.js",
      "specification/a.js",
    ],
    ...["fixture/a.js", "hammocks/a.js", "test.js", "src/tests.ts", "src/latest.js", "fastest-helpers.js"],
    ...["src/my-testutil.js", "protest-helpers/a.js", "src/e2e.ts"],
  ];

  it("are known by their names and folders", () => {
    for (const path of tests) assert.ok(isTestFile(path, none), path);
    for (const path of others) assert.ok(!isTestFile(path, none), path);
  });

  it("are what a setting says, where there is one", () => {
    const sources: SettingsSources = { ...none, host: { testFiles: ["check/**"] } };
    assert.ok(isTestFile("check/a.js", sources));
    assert.ok(!isTestFile("test/a.js", sources));
    for (const path of tests) assert.ok(!isTestFile(path, { ...none, host: { testFiles: [] } }), path);
  });
});
