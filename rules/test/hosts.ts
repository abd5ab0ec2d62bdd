import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { RuleLevels } from "../../server/src/lint/levels.ts";
import { messagesOf, type Message } from "../../server/src/lint/messages.ts";
import { checkText } from "../../server/src/lint/problems.ts";
import plugin from "../src/eslint.ts";
import type { Problem } from "../src/problem.ts";
import { rules } from "../src/rules/index.ts";
import type { Fixture } from "./fixtures.ts";

/** Every rule as an error, with the fixture's options. */
export function levelsOf(fixture: Fixture): RuleLevels {
  return Object.fromEntries(
    rules.map(({ name }) => [
      name,
      { level: "error", ...(fixture.options[name] && { options: fixture.options[name] }) },
    ]),
  );
}

/** What our own host finds, as data alone: problems as they are, and what ESLint would say of them. */
interface Checked {
  problems: readonly Omit<Problem, "suggestions">[];
  messages: readonly Message[];
}

/** Set while mutants are tried on the tests: ESLint takes most of the time, and runs the same rules. */
export const OWN_HOST_ALONE = process.env["OWN_HOST_ALONE"] === "1";

const kept = new WeakMap<Fixture, Checked>();

/** The problems of a fixture, not kept: their suggestions hold the tree. */
export function checkOwn({ text, path, settings, package: manifest }: Fixture, levels: RuleLevels): Problem[] {
  return checkText({
    text,
    path,
    settings: { host: settings, hostName: "settings.portreuse", package: manifest },
    levels,
  });
}

function check(fixture: Fixture, levels: RuleLevels): Checked {
  const problems = checkOwn(fixture, levels);
  return {
    problems: problems.map(({ suggestions: _, ...data }) => data),
    messages: messagesOf(problems, fixture.text),
  };
}

/** With every rule on: many tests ask, so it is worked out once for a fixture. Under mutants it comes out another way every time. */
function checked(fixture: Fixture): Checked {
  const result = kept.get(fixture) ?? check(fixture, levelsOf(fixture));
  if (!OWN_HOST_ALONE) kept.set(fixture, result);
  return result;
}

export function problemsOf(fixture: Fixture): Checked["problems"] {
  return checked(fixture).problems;
}

export function runOwn(fixture: Fixture, levels?: RuleLevels): readonly Message[] {
  return (levels ? check(fixture, levels) : checked(fixture)).messages;
}

let workspace: string | undefined;
const folders = new Map<string, string>();

/** A folder whose package.json is the fixture's, and those that have the same one. */
function folderFor(fixture: Fixture): string {
  if (!workspace) {
    const made = mkdtempSync(join(tmpdir(), "portreuse-"));
    workspace = made;
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  const manifest = JSON.stringify(fixture.package);
  const known = folders.get(manifest);
  if (known !== undefined) return known;
  const folder = join(workspace, String(folders.size));
  folders.set(manifest, folder);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), manifest);
  return folder;
}

/** What both hosts' messages have in common. */
export type Found = Pick<Linter.LintMessage, "line" | "column" | "ruleId" | "message"> & {
  endColumn?: number | undefined;
  messageId?: string | undefined;
};

export function runEslint(fixture: Fixture, levels = levelsOf(fixture)): Linter.LintMessage[] {
  return runEslintAt(fixture, folderFor(fixture), levels);
}

/** The same in a folder that is there, with the fixture's file in it. */
export function runEslintAt(fixture: Fixture, cwd: string, levels = levelsOf(fixture)): Linter.LintMessage[] {
  const typescript = /\.[cm]?tsx?$/.test(fixture.path);
  const sourceType = /\.c[jt]s$/.test(fixture.path)
    ? "commonjs"
    : /\.m[jt]s$/.test(fixture.path) || typescript || /^(?:import|export)\b/m.test(fixture.text)
      ? "module"
      : "commonjs";
  const configured = Object.entries(levels).map(([name, { level, options }]) => [
    `portreuse/${name}`,
    [level, ...(options ? [options] : [])],
  ]);
  return new Linter({ cwd }).verify(
    fixture.text,
    [
      {
        files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
        plugins: { portreuse: plugin as never },
        rules: Object.fromEntries(configured),
        settings: { portreuse: fixture.settings },
        languageOptions: {
          sourceType: typescript ? "module" : sourceType,
          ...(typescript ? { parser: typescriptParser } : { parserOptions: { ecmaFeatures: { jsx: true } } }),
        },
        linterOptions: { reportUnusedDisableDirectives: "off" },
      },
    ],
    join(cwd, fixture.path),
  );
}
