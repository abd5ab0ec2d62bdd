import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, win32 } from "node:path";
import { Linter } from "eslint";
import { checkMessages } from "../../server/src/lint/messages.ts";
import plugin from "../src/eslint.ts";
import { parseFile } from "../src/parse/parse-file.ts";
import { normalPath } from "../src/program/paths.ts";
import { projectsOf } from "../src/runs/projects.ts";
import type { PackageJson } from "../src/settings.ts";
import { readFixture, root } from "./fixtures.ts";
import { levelsOf } from "./hosts.ts";
import { inMemory } from "./program/tree.ts";

/** Its name reads as one of tests, and does not count: paths begin below it. */
const HOME = "C:\\Users\\me\\test\\work";
const programs = join(root, "programs");
const CODE = /\.[cm]?[jt]sx?$/;

/** The texts of a program by their paths below it, with slashes. */
function textsOf(name: string): Map<string, string> {
  const paths = readdirSync(join(programs, name), { recursive: true, withFileTypes: true });
  return new Map(
    paths
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((path) => [path.slice(programs.length + name.length + 2).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

/** The nearest package.json of a program's texts. */
function packageFor(path: string, texts: ReadonlyMap<string, string>): PackageJson | null {
  for (let at = dirname(path); ; at = dirname(at)) {
    const text = texts.get(join(at, "package.json").replaceAll("\\", "/"));
    if (text !== undefined) return JSON.parse(text) as PackageJson;
    if (at === ".") return null;
  }
}

describe("programs on a drive of Windows", () => {
  for (const name of readdirSync(programs).sort())
    it(`${name}: have the findings that their files state`, () => {
      const texts = textsOf(name);
      const contents: Record<string, string> = { ".git\\HEAD": "" };
      for (const [path, text] of texts) contents[path.replaceAll("/", "\\")] = text;
      const own = projectsOf(parseFile, inMemory(normalPath(HOME), contents));
      let count = 0;
      for (const path of [...texts.keys()].filter((each) => CODE.test(each)).sort()) {
        const fixture = readFixture(join(programs, name, path));
        const filename = win32.join(HOME, path);
        const found = checkMessages({
          text: texts.get(path) as string,
          path,
          settings: { host: {}, hostName: "", package: packageFor(path, texts) },
          levels: levelsOf(fixture),
          program: { filename, runs: () => own.of(filename, HOME) },
        });
        const shown = found
          .filter(({ ruleId }) => ruleId !== null)
          .map((each) => `${each.line}:${each.column} ${each.ruleId?.slice("portreuse/".length)} ${each.messageId}`);
        assert.deepEqual(
          shown.sort(),
          fixture.expected.map((each) => `${each.line}:${each.column} ${each.rule} ${each.messageId}`).sort(),
          path,
        );
        count++;
      }
      assert.ok(count > 0);
    });
});

describe("a file on a drive of Windows", () => {
  it("lies below the working directory whatever the case of the drive, for tests are told by what stands below", () => {
    const text = 'import http from "node:http";\nhttp.createServer().listen(3000);';
    const config = { ...(plugin.configs.recommended as Linter.Config), files: ["**/*"] };
    const found = (cwd: string, filename: string) =>
      new Linter({ cwd }).verify(text, [config], filename).map(({ ruleId }) => ruleId);
    for (const cwd of [HOME, normalPath(HOME)]) {
      assert.deepEqual(found(cwd, win32.join(normalPath(HOME), "src\\a.mjs")), ["portreuse/require-reuse-option"], cwd);
      assert.deepEqual(found(cwd, win32.join(normalPath(HOME), "tests\\a.mjs")), [], cwd);
    }
  });
});
