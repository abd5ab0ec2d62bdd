import { mayHaveSites, type Input } from "../../../rules/src/lint.ts";
import { guarded } from "../../../rules/src/guarded.ts";
import { interpolate, type Edit, type Finding, type Rule } from "../../../rules/src/rule.ts";
import { rules } from "../../../rules/src/rules/index.ts";
import type { SettingsSources } from "../../../rules/src/settings.ts";
import { directivesOf } from "./directives.ts";
import { ParseError, parseFile, positionAt, type ParsedFile } from "./parse.ts";

export type Level = "off" | "warn" | "error";

/** What runs: a level for each rule by its short name, with its options. */
export type RuleLevels = Readonly<Record<string, { level: Level; options?: object }>>;

/** A finding with its place and words, as editors and the command line show it. ESLint's message shape; lines and columns from 1. */
export interface Message {
  /** `portreuse/require-reuse-option`; null for a file that cannot be parsed. */
  ruleId: string | null;
  severity: 1 | 2;
  message: string;
  messageId?: string;
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
  fatal?: true;
  suggestions?: {
    messageId: string;
    data?: Readonly<Record<string, string>>;
    desc: string;
    fix: { range: [number, number]; text: string };
  }[];
}

export interface Result {
  messages: Message[];
  /** The findings behind the messages, in the same order; absent for parse errors. */
  findings: { rule: Rule; finding: Finding }[];
  file: ParsedFile | null;
}

const NOTHING: Result = { messages: [], findings: [], file: null };

export interface CheckInput {
  text: string;
  /** As shown and as parsed: its extension tells the language. */
  path: string;
  settings: SettingsSources;
  levels: RuleLevels;
}

/** The levels of `configs.recommended`. */
export function recommendedLevels(): Record<string, { level: Level; options?: object }> {
  return Object.fromEntries(rules.map((rule) => [rule.name, { level: rule.meta.recommended }]));
}

/** Checks one file. Never throws: a file that cannot be parsed gives one message. */
export function checkText({ text, path, settings, levels }: CheckInput): Result {
  if (!mayHaveSites(text)) return NOTHING;
  let file: ParsedFile;
  try {
    file = parseFile(text, path);
  } catch (error) {
    if (error instanceof ParseError)
      return {
        ...NOTHING,
        messages: [
          {
            ruleId: null,
            severity: 2,
            fatal: true,
            message: `Parsing error: ${error.message}`,
            line: error.line,
            column: error.column,
          },
        ],
      };
    throw error;
  }
  return checkFile(file, path, settings, levels);
}

/** Checks a parsed file. */
export function checkFile(file: ParsedFile, path: string, settings: SettingsSources, levels: RuleLevels): Result {
  const input: Input = { file, path, settings };
  const directives = directivesOf(file);
  const all: { rule: Rule; finding: Finding; message: Message }[] = [];
  // What keeps one rule from looking to the end mostly keeps them all: the first one tells it.
  let stopped = false;
  for (const rule of rules) {
    const commented = directives.levels[rule.name];
    const configured = commented ?? levels[rule.name];
    if (!configured || configured.level === "off") continue;
    // A comment with a level alone leaves the options as they are configured.
    const options = { ...rule.meta.defaultOptions, ...(configured.options ?? levels[rule.name]?.options) };
    const severity = configured.level === "error" ? 2 : 1;
    const { findings, obstacle } = guarded(rule, input, options);
    if (obstacle !== undefined && stopped) continue;
    stopped ||= obstacle !== undefined;
    for (const finding of findings ?? [ofWholeFile(file)]) {
      const message = toMessage(rule, finding, file, severity, obstacle);
      if (!directives.disables(`portreuse/${rule.name}`, message.line, message.column))
        all.push({ rule, finding, message });
    }
  }
  all.sort((a, b) => a.message.line - b.message.line || a.message.column - b.message.column);
  return {
    file,
    messages: all.map((each) => each.message),
    findings: all.map(({ rule, finding }) => ({ rule, finding })),
  };
}

/** Something that concerns no place in particular. */
function ofWholeFile({ ast }: ParsedFile): Finding {
  return { messageId: "", at: { ...ast, range: [0, 0] } };
}

function toMessage(rule: Rule, finding: Finding, file: ParsedFile, severity: 1 | 2, words?: string): Message {
  const start = positionAt(file.lineStarts, finding.at.range[0]);
  const end = positionAt(file.lineStarts, finding.at.range[1]);
  const suggestions = (finding.suggestions ?? []).flatMap((each) =>
    each
      ? [
          {
            messageId: each.messageId,
            ...(each.data && { data: each.data }),
            desc: interpolate(rule.meta.messages[each.messageId] ?? "", each.data),
            fix: merged(file.text, each.edits),
          },
        ]
      : [],
  );
  return {
    ruleId: `portreuse/${rule.name}`,
    severity,
    message: words ?? interpolate(rule.meta.messages[finding.messageId] ?? "", finding.data),
    ...(words === undefined && { messageId: finding.messageId }),
    ...start,
    endLine: end.line,
    endColumn: end.column,
    ...(suggestions.length > 0 && { suggestions }),
  };
}

/** One replacement for several, as ESLint merges them. */
export function merged(text: string, edits: readonly Edit[]): { range: [number, number]; text: string } {
  const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const first = sorted[0] as Edit;
  let result = first.text;
  let end = first.range[1];
  for (const edit of sorted.slice(1)) {
    result += text.slice(end, edit.range[0]) + edit.text;
    end = edit.range[1];
  }
  return { range: [first.range[0], end], text: result };
}
