import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newRule, register } from "../../scripts/generate/new-rule.ts";

const root = join(import.meta.dirname, "../..");
const name = "no-listen-at-all";
const description = "Disallow listening";

describe("npm run new-rule", () => {
  let copy: string;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), "portreuse-new-rule-"));
    for (const path of [
      "package.json",
      "tsconfig.json",
      "README.md",
      "rules",
      "server/src",
      "server/package.json",
      "server/README.md",
      "scripts",
      "lab",
      "docs",
      "client/manifest.ts",
      "client/README.md",
      "test-fixtures/workspace",
      "test-fixtures/connect-helper",
    ])
      cpSync(join(root, path), join(copy, path), {
        recursive: true,
        filter: (each) => !/node_modules|\/dist(?:\/|$)/.test(each.slice(root.length)),
      });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", ...args], { cwd: copy, encoding: "utf8", timeout: 60_000 });

  it("makes a rule that works, registers it and writes its page", function () {
    this.timeout(120_000);
    const made = run("scripts/new-rule.ts", name, description);
    assert.equal(made.status, 0, made.stderr);
    for (const path of [
      `rules/src/rules/${name}.ts`,
      `rules/docs/${name}.md`,
      `test-fixtures/${name}/reported/first.ts`,
      `test-fixtures/${name}/silent/first.ts`,
    ])
      assert.ok(existsSync(join(copy, path)), path);
    assert.match(
      readFileSync(join(copy, "README.md"), "utf8"),
      new RegExp(`\\[${name}\\]\\(rules/docs/${name}\\.md\\) \\| ${description}`),
    );

    const program = `
      import { readFileSync } from "node:fs";
      import { checkMessages } from "./server/src/lint/messages.ts";
      for (const kind of ["reported", "silent"]) {
        const text = readFileSync("test-fixtures/${name}/" + kind + "/first.ts", "utf8");
        const messages = checkMessages({ text, path: "src/first.ts", settings: { host: {}, hostName: "", package: {} }, levels: { "${name}": { level: "warn" } } });
        console.log(kind, JSON.stringify(messages.map((each) => [each.ruleId, each.line, each.column])));
      }`;
    const checked = run("--input-type=module", "--eval", program);
    assert.equal(checked.stdout, `reported [["portreuse/${name}",3,21]]\nsilent []\n`, checked.stderr);

    assert.throws(() => newRule(copy, { name, description }), /is there already/);
  });

  it("leaves everything in step, and generate --check names what is not", function () {
    this.timeout(120_000);
    const page = join(copy, "rules/docs/no-late-socket-option.md");
    const tampered = readFileSync(page, "utf8").replace("- Options: none", "- Options: many");
    writeFileSync(page, tampered);
    const checked = run("scripts/generate.ts", "--check");
    assert.equal(checked.status, 1);
    assert.equal(checked.stderr, "rules/docs/no-late-socket-option.md is not what npm run generate makes.\n");
    assert.equal(readFileSync(page, "utf8"), tampered, "a check writes nothing");
  });

  it("refuses a name that is none and a description that is no sentence", () => {
    assert.throws(() => newRule(copy, { name: "../x", description }), /not a rule name/);
    assert.throws(() => newRule(copy, { name: "no-other", description: "Ends with a stop." }), /full stop/);
  });

  it("keeps imports in alphabetical order", () => {
    const source =
      'import type { Rule } from "../rule.ts";\nimport a from "./no-a.ts";\nimport c from "./no-c.ts";\n\nexport const rules = [\n  a,\n  c,\n] as const;\n';
    assert.equal(
      register(source, "no-late-thing"),
      'import type { Rule } from "../rule.ts";\nimport a from "./no-a.ts";\nimport c from "./no-c.ts";\nimport noLateThing from "./no-late-thing.ts";\n\nexport const rules = [\n  a,\n  c,\n  noLateThing,\n] as const;\n',
    );
  });
});
