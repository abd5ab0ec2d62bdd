import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFixture, root } from "../../rules/test/fixtures.ts";
import { runEslintAt } from "../../rules/test/hosts.ts";
import { run } from "./cli.ts";
import { Client, Folder } from "./lsp-client.ts";

const listen = (argument: string) => `import http from "node:http";\nhttp.createServer().listen(${argument});\n`;

/** The columns of the table: what a call says itself. */
const CALLS = {
  plain: listen("3000"),
  shares: listen('{ port: 3001, reusePort: process.platform === "linux" }'),
  byDefault: 'import "bun";\nimport { Elysia } from "elysia";\nnew Elysia().listen(3002);\n',
  stated: listen("{ port: 3003, reusePort: false }"),
};

/** What is reported where the package says nothing, "single" or "shared". */
const RIGHT = {
  absent: { plain: "require-reuse-option", shares: "", byDefault: "no-silent-port-sharing", stated: "" },
  single: { plain: "", shares: "no-silent-port-sharing", byDefault: "no-silent-port-sharing", stated: "" },
  shared: { plain: "require-reuse-option", shares: "", byDefault: "", stated: "" },
};

/** Where the policy stands; deno.jsonc with a comment and a comma too many. */
const MANIFESTS: Record<string, (settings: object) => string> = {
  "package.json": (settings) => JSON.stringify({ portreuse: settings }),
  "deno.json": (settings) => JSON.stringify({ portreuse: settings }),
  "deno.jsonc": (settings) => `{\n  // How ports are opened.\n  "portreuse": ${JSON.stringify(settings)},\n}\n`,
};

/** Where the code lies, as seen from the manifest: beside it, and in a package that does not have the key. */
const PLACES = ["", "/packages/inner"];

const folders = PLACES.flatMap((place) =>
  Object.entries(MANIFESTS).flatMap(([manifest, write]) =>
    Object.entries(RIGHT).map(([listens, right]) => {
      const rules = { "no-silent-port-sharing": "warn" };
      const settings = listens === "absent" ? { rules } : { listens, rules };
      const top = `${place === "" ? "own" : "above"}/${manifest.replace(".", "-")}/${listens}`;
      return { top, folder: `${top}${place}`, manifest, text: write(settings), right };
    }),
  ),
);

const files = Object.fromEntries(
  folders.flatMap(({ top, folder, manifest, text }) => [
    ...(folder === top ? [] : [[`${folder}/package.json`, "{}"]]),
    [`${top}/${manifest}`, text],
    ...Object.entries(CALLS).map(([name, code]) => [`${folder}/${name}.mjs`, code]),
  ]),
);

/** Path and rule of every finding, as the table says. */
const expected = folders.flatMap(({ folder, right }) =>
  Object.entries(right).flatMap(([name, rule]) => (rule === "" ? [] : [`${folder}/${name}.mjs ${rule}`])),
);

describe("one decision for a package", function () {
  this.timeout(60_000);
  let project: Folder;
  before(() => (project = new Folder({ ...files, ".git/HEAD": "" })));
  after(() => project.remove());

  it("is read by the command line", async () => {
    const { out } = await run(project.path, "check", "--format", "json");
    const results = JSON.parse(out) as { filePath: string; messages: { ruleId: string }[] }[];
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${filePath.slice(project.path.length + 1)} ${ruleId.slice("portreuse/".length)}`),
    );
    assert.deepEqual(found.sort(), [...expected].sort());
  });

  it("is read by ESLint", () => {
    const plain = readFixture(join(root, "require-reuse-option/reported/bun-serve-default-port.ts"));
    const found = folders.flatMap(({ folder }) =>
      Object.entries(CALLS).flatMap(([name, text]) => {
        const path = `${folder}/${name}.mjs`;
        const messages = runEslintAt({ ...plain, text, path, settings: {} }, project.path);
        return messages.map(({ ruleId }) => `${path} ${ruleId?.slice("portreuse/".length)}`);
      }),
    );
    assert.deepEqual(found.sort(), [...expected].sort());
  });

  it("has the same words for a wrong key of deno.json, in the terminal and in the editor", async () => {
    const wrong = { "deno.json": '{ "portreuse": { "listens": "alone", "rule": {} } }', "a.mjs": CALLS.plain };
    const said = (name: string) => [
      `${name}: portreuse.listens: expected one of single, shared, got "alone".`,
      `${name}: portreuse.rule: no such setting. Did you mean rules?`,
    ];
    const folder = new Folder({ ...wrong, ".git/HEAD": "" });
    try {
      const { code, err, out } = await run(folder.path, "check");
      assert.equal(code, 2);
      assert.match(out, /in deno\.json/);
      for (const line of said("deno.json")) assert.ok(err.includes(line), `${line} in ${err}`);
      const plain = readFixture(join(root, "require-reuse-option/reported/bun-serve-default-port.ts"));
      const warnings: string[] = [];
      const hear = ({ message }: Error) => void warnings.push(message);
      process.on("warning", hear);
      runEslintAt({ ...plain, text: CALLS.plain, path: "a.mjs", settings: {} }, folder.path);
      await new Promise((resolve) => setImmediate(resolve));
      process.off("warning", hear);
      assert.deepEqual(
        warnings,
        said("deno.json").map((each) => join(folder.path, each)),
      );
      const client = await Client.start(folder, { pull: true });
      await client.open(folder.uri("a.mjs"), CALLS.plain);
      await client.pull(folder.uri("a.mjs"));
      const uri = folder.uri("deno.json");
      await client.until("both at their keys", () => client.pushed.get(uri)?.length === 2);
      assert.deepEqual(
        client.pushed.get(uri)?.map(({ range, message }) => [range.start.character, `deno.json: ${String(message)}`]),
        [
          [17, said("deno.json")[0]],
          [37, said("deno.json")[1]],
        ],
      );
      assert.equal(await client.stop(), 0);
    } finally {
      folder.remove();
    }
  });

  it("is written into a deno.json where there is no package.json", async () => {
    const folder = new Folder({ "deno.jsonc": '{\n  // Tasks.\n  "tasks": {}\n}\n', "a.mjs": CALLS.stated });
    try {
      const { out } = await run(folder.path, "init");
      assert.match(out, /^Wrote the key "portreuse" into deno\.jsonc\.\n/);
      assert.match(out, /listens +"single": a\.mjs:2 states that its port is not shared\./);
      const text = readFileSync(join(folder.path, "deno.jsonc"), "utf8");
      assert.match(text, /\/\/ Tasks\.[^]*"listens": "single"/);
    } finally {
      folder.remove();
    }
  });

  it("takes the nearest: a deno.json hides the key above it, and not what else a package.json says", async () => {
    const folder = new Folder({
      ".git/HEAD": "",
      "package.json": '{ "engines": { "node": ">=22.12" }, "portreuse": { "listens": "single" } }',
      "beside/package.json": '{ "portreuse": { "listens": "single" } }',
      "beside/deno.json": '{ "portreuse": { "listens": "shared" } }',
      "below/deno.json": '{ "portreuse": { "listens": "shared" } }',
      "plain/deno.json": '{ "tasks": {} }',
      ...Object.fromEntries(["beside", "below", "plain"].map((each) => [`${each}/a.mjs`, CALLS.plain])),
    });
    try {
      const { out } = await run(folder.path, "check", "--format", "json");
      const found = (JSON.parse(out) as { filePath: string; messages: { message: string }[] }[]).filter(
        ({ messages }) => messages.length > 0,
      );
      assert.deepEqual(
        found.map(({ filePath }) => filePath.slice(folder.path.length + 1)),
        ["below/a.mjs"],
      );
      assert.match(found[0]?.messages[0]?.message ?? "", /`portreuse\.listens of deno\.json` is "shared"/);
    } finally {
      folder.remove();
    }
  });

  it("is read by the server", async () => {
    const client = await Client.start(project, { pull: true });
    const found: string[] = [];
    for (const path of Object.keys(files).filter((each) => each.endsWith(".mjs"))) {
      await client.open(project.uri(path), files[path] as string);
      for (const { code } of await client.pull(project.uri(path))) found.push(`${path} ${String(code)}`);
    }
    assert.equal(await client.stop(), 0);
    assert.deepEqual(found.sort(), [...expected].sort());
  });
});
