import { isChecked, isWorthLinting, lint, type EnabledRule, type FileInProgram } from "../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { plainProblem, type Problem } from "../../../rules/src/problem.ts";
import { rules } from "../../../rules/src/rules/index.ts";
import type { SettingsSources } from "../../../rules/src/settings.ts";
import { directivesOf, type UnknownWord } from "./directives.ts";
import type { RuleLevels } from "./levels.ts";
import { ParseError, parseFile, positionAt, type ParsedFile } from "./parse.ts";

export interface CheckInput {
  text: string;
  /** As shown and as parsed: its extension tells the language. */
  path: string;
  settings: SettingsSources;
  levels: RuleLevels;
  program?: FileInProgram | null;
  /** Is given the misspelt words of comments, with their lines from 1. */
  unknownWord?: (unknown: UnknownWord, line: number) => void;
}

/** Checks one text, if there can be anything in it. */
export function checkText(input: CheckInput): Problem[] {
  return mayHaveSites(input.text) ? checkCandidate(input) : [];
}

/**
 * Checks one text that `mayHaveSites`. Never throws for what it holds: one that cannot be parsed has one problem, without a rule.
 * Ranges count in the text without its byte order mark.
 * @returns problems in source order
 */
export function checkCandidate({ text, path, settings, levels, program, unknownWord }: CheckInput): Problem[] {
  if (!isChecked(path, settings)) return [];
  const isOn = (name: string) => (levels[name]?.level ?? "off") !== "off";
  if (
    !isWorthLinting(
      { text, settings, program: program ?? null },
      rules.filter(({ name }) => isOn(name)),
    )
  )
    return [];
  let file: ParsedFile;
  try {
    file = parseFile(text, path);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return [plainProblem(null, 2, `Parsing error: ${error.message}`, [error.offset, error.offset])];
  }
  if (unknownWord)
    for (const each of directivesOf(file).unknown) unknownWord(each, positionAt(file.lineStarts, each.range[0]).line);
  return checkFile(file, path, settings, levels, program);
}

/** Checks a parsed file that `isChecked`. */
export function checkFile(
  file: ParsedFile,
  path: string,
  settings: SettingsSources,
  levels: RuleLevels,
  program: FileInProgram | null = null,
): Problem[] {
  const directives = directivesOf(file);
  const enabled = rules.flatMap((rule): EnabledRule[] => {
    const configured = directives.levels[rule.name] ?? levels[rule.name];
    if (!configured || configured.level === "off") return [];
    // A comment with a level alone leaves the options as they are configured.
    const options = { ...rule.meta.defaultOptions, ...(configured.options ?? levels[rule.name]?.options) };
    return [{ rule, severity: configured.level === "error" ? 2 : 1, options }];
  });
  const problems = [...lint({ file, path, settings, program }, enabled).values()].flat();
  return problems
    .filter(({ rule, range: [start] }) => {
      const { line, column } = positionAt(file.lineStarts, start);
      return !directives.disables(`portreuse/${rule}`, line, column);
    })
    .sort((a, b) => a.range[0] - b.range[0]);
}
