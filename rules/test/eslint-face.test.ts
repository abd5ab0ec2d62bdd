import assert from "node:assert/strict";
import { Linter, type Rule } from "eslint";
import plugin from "../src/eslint.ts";
import { rules } from "../src/rules/index.ts";

const LISTEN = 'require("net").createServer().listen(3000);\n';
const FOUND = "portreuse/require-reuse-option 1 1:31-1:37";

interface Around {
  filename?: string;
  cwd?: string;
  settings?: object;
  level?: Linter.RuleEntry;
}

function verify(
  text: string,
  { filename = "/nowhere/src/a.js", cwd = "/nowhere", settings, level = "warn" }: Around = {},
) {
  return new Linter({ cwd }).verify(
    text,
    [
      {
        files: ["**/*.js", "**/*.ts"],
        plugins: { portreuse: plugin as never },
        rules: { "portreuse/require-reuse-option": level },
        settings: { portreuse: settings },
      },
    ] as Linter.Config[],
    filename,
  );
}

const found = (text: string, around?: Around) =>
  verify(text, around)
    .map((each) => `${each.ruleId} ${each.severity} ${each.line}:${each.column}-${each.endLine}:${each.endColumn}`)
    .join();

describe("files that ESLint hands over", () => {
  for (const [what, text, around, expected] of [
    ["a file of the project", LISTEN, {}, FOUND],
    ["as an error", LISTEN, { level: "error" }, FOUND.replace(" 1 ", " 2 ")],
    ["one that opens nothing", "run(3000);\n", {}, ""],
    ["a test", LISTEN, { filename: "/nowhere/src/a.test.js" }, ""],
    ["a test below the working directory", LISTEN, { filename: "/nowhere/test/a.js" }, ""],
    [
      "a file in a project that lies below a folder of tests",
      LISTEN,
      { cwd: "/test/a", filename: "/test/a/b.js" },
      FOUND,
    ],
    ["a test by the settings", LISTEN, { settings: { testFiles: ["src/*"] } }, ""],
    ["none by the settings", LISTEN, { filename: "/nowhere/test/a.js", settings: { testFiles: [] } }, FOUND],
    ["a declaration", LISTEN, { filename: "/nowhere/a.d.ts" }, ""],
    ["what a machine made", `/* ${"x".repeat(10_000)} */ ${LISTEN}`, {}, ""],
  ] as const)
    it(what, () => assert.equal(found(text, around), expected));
});

describe("a report of ESLint", () => {
  it("says what to do behind what is wrong, with the data in both", () => {
    const [message] = verify(LISTEN);
    assert.match(
      message?.message ?? "",
      /^A second copy that listens on port 3000 fails .*\. State `reusePort: false`/,
    );
    assert.equal(message?.messageId, "noPolicy");
  });
  it("has suggestions with edits", () => {
    const [message] = verify(LISTEN);
    assert.deepEqual(
      message?.suggestions?.map(({ messageId, fix }) => [
        messageId,
        LISTEN.slice(0, fix.range[0]) + fix.text + LISTEN.slice(fix.range[1]),
      ]),
      [
        ["stateExclusive", 'require("net").createServer().listen({ port: 3000, reusePort: false });\n'],
        [
          "shareOnLinux",
          'require("net").createServer().listen({ port: 3000, reusePort: process.platform === "linux" });\n',
        ],
      ],
    );
  });
  it("heeds options", () => {
    const text = 'import Hapi from "@hapi/hapi";\nHapi.server({ port: 3000 });\n';
    const all: Linter.RuleEntry = ["warn", { apis: "all" }];
    assert.equal(verify(text).length, 0);
    assert.equal(verify(text, { level: all })[0]?.messageId, "droppedOption");
  });
});

describe("the rules as ESLint knows them", () => {
  const metaOf = (name: string) => (plugin.rules[name] as unknown as Rule.RuleModule).meta!;
  it("have a page, a description and a schema", () => {
    for (const { name, meta } of rules) {
      const { docs, schema, type, hasSuggestions, messages } = metaOf(name);
      assert.match(docs?.url ?? "", new RegExp(`/rules/${name}$`));
      assert.equal(docs?.description, meta.description);
      assert.equal((docs as { recommended?: boolean }).recommended, meta.recommended !== "off");
      assert.deepEqual([type, hasSuggestions], [meta.type, true]);
      assert.ok(Object.keys(meta.messages).every((id) => messages?.[id]?.startsWith(meta.messages[id]!)));
      const takesOptions = ["require-reuse-option", "no-ephemeral-server-port"].includes(name);
      assert.equal((schema as unknown[]).length, takesOptions ? 1 : 0, name);
    }
  });
  it("have default options where they have options", () => {
    assert.deepEqual(metaOf("require-reuse-option").defaultOptions, [{ apis: "forwarding" }]);
    assert.ok(!metaOf("no-mixed-reuse-port").defaultOptions?.length);
  });
  it("are all errors in strict, and what they recommend in recommended", () => {
    for (const [name, level] of [
      ["strict", () => "error"],
      ["recommended", ({ meta }: (typeof rules)[number]) => meta.recommended],
    ] as const) {
      const config = plugin.configs[name] as Linter.Config;
      assert.equal(config.name, `portreuse/${name}`);
      assert.equal(config.plugins?.["portreuse"], plugin as never);
      assert.deepEqual(config.rules, {
        "portreuse/valid-settings": "error",
        ...Object.fromEntries(rules.map((rule) => [`portreuse/${rule.name}`, level(rule)])),
      });
    }
  });
});
