import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Validator } from "@cfworker/json-schema";
import type * as Sarif from "sarif";
import { homepage } from "../../rules/src/about.ts";
import { LISTEN, run, withFiles } from "./cli.ts";

const packageOfSchema = dirname(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json"));
const schema = JSON.parse(readFileSync(join(packageOfSchema, "lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")) as object;
const validator = new Validator(schema, "7", false);
const workspace = fileURLToPath(new URL("../../test-fixtures/workspace/", import.meta.url));

async function logOf(cwd: string, ...args: string[]): Promise<Sarif.Log> {
  const { out } = await run(cwd, "check", "--format", "sarif", ...args);
  return JSON.parse(out) as Sarif.Log;
}

describe("SARIF", () => {
  it("follows the schema of 2.1.0", async () => {
    const log = await logOf(workspace);
    assert.deepEqual(validator.validate(log).errors, []);
    assert.ok((log.runs[0]?.results?.length ?? 0) > 5);
  });

  it("holds the page of every rule, which needs neither our package nor a connection", async () => {
    const rules = (await logOf(workspace)).runs[0]?.tool.driver.rules ?? [];
    assert.ok(rules.length > 10);
    for (const { id, help } of rules) {
      const name = id.replace("portreuse/", "");
      assert.ok(help?.markdown !== undefined && help.markdown.startsWith(`# ${name}\n`), id);
      // A link to another page of ours would lead nowhere, and so would an address that nobody can open.
      assert.doesNotMatch(help.markdown.replace(/^```[^]*?^```$/gm, ""), /\]\((?!https?:)|\.invalid|<!--/, id);
      assert.ok(help.text.startsWith(`${name}\n`) && !help.text.includes("```"), id);
    }
  });

  it("names no address that nobody can open", async () => {
    const log = JSON.stringify(await logOf(workspace));
    assert.equal(log.includes(".invalid"), false);
    assert.equal(log.includes('"helpUri"'), !homepage.includes(".invalid"));
  });

  it("is checked by a schema that notices", async () => {
    const log = await logOf(workspace);
    const [result] = log.runs[0]?.results ?? [];
    assert.ok(result);
    assert.equal(
      validator.validate({ ...log, runs: [{ ...log.runs[0], results: [{ ...result, level: "bad" }] }] }).valid,
      false,
    );
    assert.equal(validator.validate({ ...log, version: "2.0" }).valid, false);
  });

  it("holds place, rule, level and fixes of each finding", () =>
    withFiles({ "a b.mjs": LISTEN }, async (cwd) => {
      const [run] = (await logOf(cwd)).runs;
      const [result] = run?.results ?? [];
      assert.ok(run && result);
      assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, "portreuse/require-reuse-option");
      assert.deepEqual([result.ruleId, result.level], ["portreuse/require-reuse-option", "warning"]);
      assert.deepEqual(result.locations?.[0]?.physicalLocation, {
        artifactLocation: { uri: "a%20b.mjs", uriBaseId: "SRCROOT" },
        region: { startLine: 2, startColumn: 21, endLine: 2, endColumn: 27 },
      });
      const [replacement] = result.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
      assert.ok(replacement?.insertedContent?.text?.includes("reusePort") === true);
      assert.equal(replacement?.deletedRegion.startLine, 2);
    }));

  it("tells of a file that does not parse as a failure of the run", () =>
    withFiles({ "a.mjs": `${LISTEN}const = ;`, "b.mjs": LISTEN }, async (cwd) => {
      const log = await logOf(cwd);
      const [invocation] = log.runs[0]?.invocations ?? [];
      assert.deepEqual(validator.validate(log).errors, []);
      assert.equal(invocation?.executionSuccessful, false);
      assert.equal(invocation.toolExecutionNotifications?.[0]?.locations?.[0]?.physicalLocation?.region?.startLine, 3);
      assert.equal(log.runs[0]?.results?.length, 1);
    }));

  it("tells of what could not be read, and of wrong settings, as failures of the run", () =>
    withFiles({ "package.json": '{ "portreuse": { "runtime": "nodejs" } }', "a.mjs": LISTEN }, async (cwd) => {
      const log = await logOf(cwd, "a.mjs", "nowhere.js");
      const [invocation] = log.runs[0]?.invocations ?? [];
      assert.deepEqual(validator.validate(log).errors, []);
      assert.equal(invocation?.executionSuccessful, false);
      assert.deepEqual(
        invocation.toolExecutionNotifications?.map((each) => each.message.text),
        [
          "no such file or directory: nowhere.js",
          `${cwd}/package.json: portreuse.runtime: expected one of node, bun, deno, got "nodejs". Did you mean node?`,
        ],
      );
      assert.equal(log.runs[0]?.results?.length, 1);
    }));
});
