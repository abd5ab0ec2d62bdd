import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { fixturesIn } from "../../rules/test/fixtures.ts";
import { fullText } from "../../rules/src/problem.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { checkText } from "../src/lint/problems.ts";
import { parseFile } from "../src/lint/parse.ts";
import { DEFAULTS } from "../src/project/configuration.ts";
import { surroundings } from "../src/service/document.ts";
import { hover, parseDocument } from "../src/service/index.ts";
import { run, withFiles } from "./cli.ts";
import { open } from "./service-fixture.ts";

/** Ends code and links, begins a link, HTML, a line, a workflow command, a colour, a cell of a table; turns the direction. */
const HOSTILE = "x`](command:evil)[y](http://evil.example)<img src=z>\n::error::told\u001b[31m|\u202e ```\n# heading";

const HOVER = { parts: DEFAULTS.hover, format: "markdown", machine: null, ports: null } as const;

/** Words of ours with hostile ones in them, as a reader of Markdown takes them: what is in code is only shown. */
function smuggled(markdown: string): string[] {
  const outside = markdown
    .replace(/^```[^\n]*\n(?:(?!```)[^\n]*\n)*```$/gm, "")
    .replace(/(?<!\\)`[^`\n]*`/g, "")
    .replace(/\\[^\w\s]/g, "");
  const found =
    outside.match(/\]\((?!file:|\w+\.[mc]?[jt]s#L)[^)]*\)?|<(?!br>)[a-z!/]|^::|^# heading|https?:\/\//gm) ?? [];
  return [...found, ...(markdown.match(/[\u001b\u202e]/g) ?? [])];
}

/** The texts of strings that are no modules and no keys. */
function stringsIn(text: string, path: string): [start: number, end: number][] {
  const file = parseFile(text, path);
  const found: [number, number][] = [];
  const literals = [...text.matchAll(/(["'])(?:(?!\1)[^\\\n])*\1/g)];
  for (const { index, 0: whole } of literals) {
    const before = text.slice(0, index).trimEnd();
    if (/(?:\bfrom|\bimport|require\(|import\()$/.test(before) || /^\s*:/.test(text.slice(index + whole.length)))
      continue;
    found.push([index, index + whole.length]);
  }
  assert.ok(file);
  return found;
}

describe("words from code that nobody has to trust", () => {
  it("do not get out of a hover or a message", function () {
    this.timeout(120_000);
    const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));
    let [hovers, shown] = [0, 0];
    for (const name of [
      "require-reuse-option",
      "no-bind-before-connect",
      "valid-multicast-membership",
      "no-worker-port-conflict",
    ])
      for (const fixture of fixturesIn(`${name}/reported`).filter((_, i) => i % 3 === 0))
        for (const [start, end] of stringsIn(fixture.text, fixture.path)) {
          const text = fixture.text.slice(0, start) + JSON.stringify(HOSTILE) + fixture.text.slice(end);
          const settings = { host: fixture.settings, hostName: "portreuse", package: fixture.package };
          for (const problem of checkText({ text, path: fixture.path, settings, levels })) {
            const words = [fullText(problem), ...problem.related.map((each) => each.text)];
            for (const each of words) assert.deepEqual(smuggled(each), [], `${fixture.name}: ${each}`);
          }
          const given = { path: fixture.path, settings: fixture.settings, package: fixture.package };
          // A bar would stand for the cursor.
          const { document, project } = open(text.replaceAll("|", "/"), given);
          const parsed = parseDocument(document, fixture.path);
          if (!parsed.file) continue;
          for (const site of surroundings(parsed.file, project).sites.sites) {
            const position = document.positionAt(site.name.range[0] + parsed.shift);
            const found = hover(document, parsed, position, project, HOVER);
            if (found === null) continue;
            const { value } = found.contents as { value: string };
            hovers++;
            if (/evil/.test(value)) shown++;
            assert.deepEqual(smuggled(value), [], `${fixture.name}: ${value}`);
          }
        }
    assert.ok(hovers > 100 && shown > 10, `${hovers} hovers, ${shown} with hostile words`);
  });

  it("are seen where they do get out", () => {
    assert.deepEqual(smuggled("Opens [x](command:evil)"), ["](command:evil)"]);
    assert.deepEqual(smuggled("```\nbind(x)\n# heading\n```"), []);
    assert.deepEqual(smuggled("`a\n# heading"), ["# heading"]);
    assert.deepEqual(smuggled("a <img>, \u001b"), ["<i", "\u001b"]);
  });

  const NAME = "x`](command:evil)[y](z)<img>\n::error::told\u001b[31m.mjs";
  const CODE = [
    'import http from "node:http";',
    'import cluster from "node:cluster";',
    `http.createServer().listen(process.env["A\`](command:evil)\\n"] ?? 3000, ${JSON.stringify(HOSTILE)});`,
    "http.createServer().listen(3000); // \u001b[31m",
    `http.createServer().listen(${JSON.stringify(`/tmp/${HOSTILE}`)});`,
    "",
  ].join("\n");

  const project = <T>(use: (cwd: string) => Promise<T>) =>
    withFiles({ "package.json": JSON.stringify({ portreuse: { listens: HOSTILE, [HOSTILE]: 1 } }) }, (cwd) => {
      mkdirSync(join(cwd, "lib"));
      writeFileSync(join(cwd, "lib", NAME), CODE);
      writeFileSync(join(cwd, "lib", `broken${NAME}`), `${CODE}\n(`);
      writeFileSync(
        join(cwd, "pool.mjs"),
        `import { Worker } from "node:worker_threads";\nfor (let i = 0; i < 4; i++) new Worker(new URL(${JSON.stringify(`./lib/${NAME.replace("\n", "\\n")}`)}, import.meta.url));\nimport http from "node:http";\nhttp.createServer().listen(3000);\n`,
      );
      return use(cwd);
    });

  for (const [command, format] of [
    ["check", "stylish"],
    ["check", "codeframe"],
    ["check", "github"],
    ["ports", "table"],
  ] as const)
    for (const colour of ["--color", "--no-color"])
      it(`bring no line and no order to a terminal or a log: ${command} --format ${format} ${colour}`, () =>
        project(async (cwd) => {
          const { out, err } = await run(cwd, command, "--format", format, colour);
          assert.match(out, /evil|3000/);
          const plain = colour === "--color" ? stripVTControlCharacters(out) : out;
          for (const text of [plain, err]) {
            assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
            const orders = text.match(/^::.*$/gm) ?? [];
            for (const each of orders) assert.match(each, /^::(?:warning|error) file=[^\n]*::/);
            if (format !== "github") assert.deepEqual(orders, []);
          }
          // Of our own colours none is the hostile one where the code is not coloured.
          if (format === "stylish") assert.equal(out.includes(`\u001b[31m.mjs`), false);
        }));

  it("stay in their cells, links and diagrams in the page of ports", () =>
    project(async (cwd) => {
      const { out } = await run(cwd, "ports", "--format", "markdown");
      assert.match(out, /evil/);
      const [table = "", diagram = ""] = out.split("## Diagram");
      assert.deepEqual(smuggled(table.replaceAll(/\]\(lib\/[^()\s]*#L\d+\)/g, "]")), []);
      for (const row of table.match(/^\|.*$/gm) ?? []) assert.equal(row.replace(/\\\|/g, "").split("|").length, 8, row);
      assert.equal(diagram.match(/^```/gm)?.length, 2);
      for (const line of /```mermaid\n([^]*?)\n```/.exec(diagram)?.[1]?.split("\n").slice(1) ?? [])
        assert.match(line, /^ {2}(?:n\d|classDef conflict )/);
    }));

  it("are data in JSON, SARIF and GitLab's report", () =>
    project(async (cwd) => {
      for (const format of ["json", "gitlab", "sarif"]) {
        const { out } = await run(cwd, "check", "--format", format);
        JSON.parse(out);
        assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]/, format);
      }
      const { out } = await run(cwd, "check", "--format", "sarif");
      const { runs } = JSON.parse(out) as { runs: { results: { message: { markdown: string } }[] }[] };
      const messages = runs.flatMap((each) => each.results.map((result) => result.message.markdown));
      assert.ok(messages.length > 0);
      for (const each of messages) assert.deepEqual(smuggled(each), [], each);
    }));
});
