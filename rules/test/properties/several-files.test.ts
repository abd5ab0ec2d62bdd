import assert from "node:assert/strict";
import fc from "fast-check";
import { checkMessages } from "../../../server/src/lint/messages.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { rules } from "../../src/rules/index.ts";
import type { PackageJson } from "../../src/settings.ts";
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

describe(`generated programs of several files ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("have exactly the findings that they were made with, whatever file is asked about first", () => {
    fc.assert(
      fc.property(projects, fc.boolean(), (project, backwards) => {
        const code = Object.keys(project.files).filter((path) => /\.[cm]?js$/.test(path));
        const expected = project.rules.length > 0 ? { [project.listens]: project.rules } : {};
        assert.deepEqual(
          found(project, backwards ? code.reverse() : code),
          expected,
          Object.entries(project.files)
            .map(([path, text]) => `--- ${path}\n${text}`)
            .join(""),
        );
      }),
      runs(300),
    );
  });

  it("are silent, reported and in conflict", () => {
    const all = fc.sample(projects, { numRuns: 1_000, seed: 1 }).map((each) => each.rules.join());
    for (const rule of ["", "require-reuse-option", "no-unguarded-reuse-port", "no-worker-port-conflict"])
      assert.ok(all.filter((each) => each === (rule && `portreuse/${rule}`)).length > 50, rule || "silent");
  });
});
