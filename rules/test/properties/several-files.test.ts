import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { checkMessages } from "../../../server/src/lint/messages.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { rules } from "../../src/rules/index.ts";
import type { PackageJson } from "../../src/settings.ts";
import { runEslintAt } from "../hosts.ts";
import { inMemory } from "../program/tree.ts";
import { PATIENCE, SEEDED, ruleNames, runs } from "./check.ts";
import { projects, type GeneratedProject } from "./projects.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

/** What the rules say of each file, by its path; files without a word are left out. */
function found({ files }: GeneratedProject, order: readonly string[]): Record<string, string[]> {
  const own = projectsOf(parseFile, inMemory("/project", { ...files, ".git/HEAD": "" }));
  const said: Record<string, string[]> = {};
  for (const path of order) {
    const filename = `/project/${path}`;
    const messages = checkMessages({
      text: files[path] as string,
      path,
      settings: {
        host: {},
        hostName: "portreuse",
        package: JSON.parse(files["package.json"] as string) as PackageJson,
      },
      levels,
      program: { filename, runs: () => own.of(filename, "/project") },
    });
    if (messages.length > 0) said[path] = ruleNames(messages);
  }
  return said;
}

/** The files that hold code, in the order in which they are asked about. */
function codeOf({ files }: GeneratedProject, backwards: boolean): string[] {
  const code = Object.keys(files).filter((path) => /\.[cm]?js$/.test(path));
  return backwards ? code.reverse() : code;
}

function expectedOf({ listens, rules: said }: GeneratedProject): Record<string, string[]> {
  return said.length > 0 ? { [listens]: said } : {};
}

function shown({ files }: GeneratedProject): string {
  return Object.entries(files)
    .map(([path, text]) => `--- ${path}\n${text}`)
    .join("");
}

/** The same in ESLint, which reads the other files from a directory. */
function foundInEslint({ files }: GeneratedProject, order: readonly string[], cwd: string): Record<string, string[]> {
  for (const [path, text] of Object.entries({ ...files, ".git/HEAD": "" })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const fixture = { name: "generated", package: {}, settings: {}, options: {}, expected: [] };
  const said: Record<string, string[]> = {};
  for (const path of order) {
    const messages = runEslintAt({ ...fixture, path, text: files[path] as string }, cwd, levels);
    if (messages.length > 0) said[path] = ruleNames(messages);
  }
  return said;
}

describe(`generated programs of several files ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("have exactly the findings that they were made with, whatever file is asked about first", () => {
    fc.assert(
      fc.property(projects, fc.boolean(), (project, backwards) => {
        const order = codeOf(project, backwards);
        assert.deepEqual(found(project, order), expectedOf(project), shown(project));
      }),
      runs(300),
    );
  });

  it("have them in ESLint too", () => {
    const folder = mkdtempSync(join(tmpdir(), "portreuse-"));
    let made = 0;
    try {
      fc.assert(
        fc.property(projects, fc.boolean(), (project, backwards) => {
          const said = foundInEslint(project, codeOf(project, backwards), join(folder, String(made++)));
          assert.deepEqual(said, expectedOf(project), shown(project));
        }),
        runs(100),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("are silent, reported and in conflict", () => {
    const all = fc.sample(projects, { numRuns: 1_000, seed: 1 }).map((each) => each.rules.join());
    for (const rule of ["", "require-reuse-option", "no-unguarded-reuse-port", "no-worker-port-conflict"])
      assert.ok(all.filter((each) => each === (rule && `portreuse/${rule}`)).length > 50, rule || "silent");
  });
});
