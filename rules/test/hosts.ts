import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { RuleLevels } from "../../server/src/lint/levels.ts";
import { checkMessages, type Message } from "../../server/src/lint/messages.ts";
import plugin from "../src/eslint.ts";
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

export function runOwn(fixture: Fixture, levels = levelsOf(fixture)): Message[] {
  return checkMessages({
    text: fixture.text,
    path: fixture.path,
    settings: { host: fixture.settings, hostName: "settings.portreuse", package: fixture.package },
    levels,
  });
}

let workspace: string | undefined;

/** A folder whose package.json is the fixture's. */
function folderFor(fixture: Fixture): string {
  if (!workspace) {
    const made = mkdtempSync(join(tmpdir(), "portreuse-"));
    workspace = made;
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  const folder = join(workspace, fixture.name.replaceAll(/[^\w-]/g, "_"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(fixture.package));
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
