import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { environmentOf } from "../../rules/src/environment.ts";
import type { Run } from "../../rules/src/process/run.ts";
import { rules } from "../../rules/src/rules/index.ts";
import { fixturesIn, type Fixture } from "../../rules/test/fixtures.ts";
import { recommendedLevels } from "../src/lint/levels.ts";
import { DEFAULTS } from "../src/project/configuration.ts";
import { surroundings } from "../src/service/document.ts";
import { hover, parseDocument, type HoverSettings } from "../src/service/index.ts";
import { runsAs } from "./runs-as.ts";

/** Beside the system calls. */
const WORDS = 90;
/** Of a terminal of 80 columns, beside the system calls. */
const LINES = 12;

/** The longest that is said of who starts a file. */
const STARTED: Run = {
  kind: "pm2-cluster",
  count: "many",
  certainty: "proven",
  environment: [],
  entry: "/x/server.js",
  where: { file: "/x/ecosystem.config.js", range: [0, 1] },
  text: () => "",
};
const RUNS = [STARTED, { ...STARTED, kind: "cluster" as const }];
const PROGRAM = {
  filename: "/x/server.js",
  runs: () => runsAs(RUNS),
};

/** Lines of text, empty ones too, without the calls, without where links go and without Markdown's signs. */
function textOf(markdown: string): string[] {
  return markdown
    .replace(/```[^]*?```\n?/g, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/[*`]/g, "")
    .split("\n");
}

const SETTINGS: HoverSettings = {
  parts: DEFAULTS.hover,
  format: "markdown",
  machine: null,
  ports: (port) => ({ ...port, state: "free", holders: [], unknownOwners: [], connections: 0, timeWait: 0 }),
};

/**
 * Judges the hovers of all fixtures: every listen and connection has one, of a length that is read.
 * @param runtime what the fixtures run on that run on something else by themselves; absent: what they all run on
 * @returns how many hovers there are
 */
export function judgeHovers(runtime?: "node" | "bun" | "deno"): number {
  return [...rules.map((rule) => rule.name), "catalogue"]
    .flatMap(fixturesIn)
    .reduce((sum, fixture) => sum + judgeFixture(fixture, runtime), 0);
}

function judgeFixture(fixture: Fixture, runtime: "node" | "bun" | "deno" | undefined): number {
  const document = TextDocument.create(`file:///x/${fixture.path}`, "", 0, fixture.text);
  const parsed = parseDocument(document, fixture.path);
  if (!parsed.file) return 0;
  const settings = { host: fixture.settings, hostName: "portreuse", package: fixture.package };
  const own = environmentOf(parsed.file, settings).runtime;
  if (own === runtime) return 0;
  const project = {
    path: fixture.path,
    settings: { ...settings, host: { ...fixture.settings, runtime: runtime ?? own } },
    levels: recommendedLevels(),
    page: (rule: string) => rule,
    program: PROGRAM,
  };
  let count = 0;
  for (const site of surroundings(parsed.file, project).sites.sites) {
    const position = document.positionAt(site.name.range[0] + parsed.shift);
    const found = hover(document, parsed, position, project, SETTINGS);
    const where = `${fixture.name}: ${site.label}`;
    if (!found) {
      const ends = site.kind === "raw" ? "native" : site.operation.endsIn;
      const runs = site.op !== "create" && ends !== undefined && (ends === "native" || ends[runtime ?? own]);
      assert.ok(!runs, `${where} has no hover`);
      continue;
    }
    count++;
    judgeText((found.contents as { value: string }).value, where);
  }
  return count;
}

function judgeText(markdown: string, where: string): void {
  const lines = textOf(markdown);
  const words = lines
    .join(" ")
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.trimEnd().length / 80)), 0);
  assert.ok(words <= WORDS, `${where}: ${words} words\n${lines.join("\n")}`);
  assert.ok(rows <= LINES, `${where}: ${rows} lines\n${lines.join("\n")}`);
  assert.doesNotMatch(lines.join("\n"), /undefined|\[object|\bnull\b/, where);
}
