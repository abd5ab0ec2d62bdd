import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFiles } from "../../rules/src/program/files.ts";
import { nearestPackage } from "../../rules/src/program/package-json.ts";
import { projectsOf } from "../../rules/src/runs/projects.ts";
import { root } from "../../rules/test/fixtures.ts";
import { parseFile } from "../src/lint/parse.ts";
import { open } from "./service-fixture.ts";

/** What the hover over a name shows, or does not show; written below the line with the name. */
interface Expectation {
  line: number;
  name: string;
  shown: boolean;
  words: string;
}

const HOVER = /^\s*\/\/ hover (\S+) (shows|does not show) (.+)$/;

function expectationsIn(text: string): Expectation[] {
  let line = 0;
  return text.split("\n").flatMap((each, i): Expectation[] => {
    const [, name, verb, words] = HOVER.exec(each) ?? [];
    if (name !== undefined) return [{ line, name, shown: verb === "shows", words: words! }];
    if (!/^\s*\/\//.test(each)) line = i;
    return [];
  });
}

/** The text with the hover's cursor in the last such name of a line. */
function marked(text: string, { line, name }: Expectation): string {
  const lines = text.split("\n");
  const at = lines[line]!.lastIndexOf(name);
  assert.ok(at !== -1, `no ${name} in line ${line + 1}`);
  lines[line] = `${lines[line]!.slice(0, at + 1)}|${lines[line]!.slice(at + 1)}`;
  return lines.join("\n");
}

const programs = join(root, "programs");
const CODE = /\.[cm]?[jt]sx?$/;
const files = readdirSync(programs).flatMap((name) =>
  (readdirSync(join(programs, name), { recursive: true }) as string[])
    .filter((path) => CODE.test(path))
    .map((path) => ({
      name,
      path: path.replaceAll("\\", "/"),
      text: readFileSync(join(programs, name, path), "utf8"),
    })),
);

describe("hovers in programs of several files", () => {
  const stated = files.filter(({ text }) => expectationsIn(text).length > 0);
  it("are stated in a dozen programs", () => assert.ok(new Set(stated.map(({ name }) => name)).size >= 12));
  for (const { name, path, text } of stated)
    it(`${name}/${path}`, () => {
      // A repository of its own, so that nothing around it counts.
      const folder = mkdtempSync(join(tmpdir(), `portreuse-${name}-`));
      try {
        cpSync(join(programs, name), folder, { recursive: true });
        mkdirSync(join(folder, ".git"));
        const own = projectsOf(parseFile, diskFiles());
        const filename = join(folder, path);
        const program = { filename, runs: () => own.of(filename, folder) };
        for (const each of expectationsIn(text)) {
          const shown = open(marked(text, each), { path, package: nearestPackage(filename), program }).hover() ?? "";
          assert.equal(shown.includes(each.words), each.shown, `line ${each.line + 1}, ${each.words}:\n${shown}`);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});
