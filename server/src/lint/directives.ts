import { ConfigCommentParser } from "@eslint/plugin-kit";
import type { Range } from "../../../rules/src/analysis/ast.ts";
import { nearest } from "../../../rules/src/nearest.ts";
import { rules as allRules } from "../../../rules/src/rules/index.ts";
import { VALID_SETTINGS } from "../../../rules/src/valid-settings.ts";
import { quoted } from "../nearest.ts";
import { readLevels, type Level, type RuleLevels } from "./levels.ts";
import { positionAt, type Comment, type ParsedFile } from "./parse.ts";

/** What the comments of a file say about rules: those of ESLint, of oxlint, and `portreuse-disable` for projects with neither. */
export interface Directives {
  /** `/* eslint portreuse/rule: "error" *​/`, by short rule name. */
  levels: RuleLevels;
  /** Whether a rule is switched off at a place; line and column from 1. */
  disables(ruleId: string, line: number, column: number): boolean;
  /** Misspelt words of comments that are meant to switch something on or off: the comment's own, or the name of a rule of ours. */
  unknown: readonly UnknownWord[];
}

export interface UnknownWord {
  range: Range;
  /** A sentence or two, with the nearest right word. */
  text: string;
}

interface Switch {
  kind: "disable" | "enable";
  /** null: every rule. */
  rules: readonly string[] | null;
  line: number;
  column: number;
}

const parser = new ConfigCommentParser();
const NONE: Directives = { levels: {}, disables: () => false, unknown: [] };
const NAMES = [...allRules.map(({ name }) => name), VALID_SETTINGS.name];
const SWITCH = /^(eslint|oxlint|portreuse)-(disable|enable|disable-line|disable-next-line)$/;
const KINDS = ["disable-next-line", "disable-line", "disable", "enable"];

export function directivesOf(file: ParsedFile): Directives {
  if (!/eslint|oxlint-disable|portreuse-/.test(file.text)) return NONE;
  const levels: Record<string, { level: Level; options?: object }> = {};
  const switches: Switch[] = [];
  const lines = new Map<number, (readonly string[] | null)[]>();
  const unknown: UnknownWord[] = [];
  for (const comment of file.comments) {
    const directive = parser.parseDirective(comment.value);
    if (!directive) continue;
    if (directive.label === "eslint" && comment.type === "Block") {
      // As in ESLint: of two comments about a rule the first one counts, and one with wrong options counts not at all.
      for (const [name, level] of Object.entries(levelsIn(directive.value))) levels[name] ??= level;
    }
    const [, tool, kind] = SWITCH.exec(directive.label) ?? [];
    if (tool === undefined) {
      unknown.push(...misspelt(directive.label, comment));
      continue;
    }
    const start = positionAt(file.lineStarts, comment.range[0]);
    const end = positionAt(file.lineStarts, comment.range[1]);
    const rules = rulesIn(directive.value, tool);
    unknown.push(...unknownIn(rules ?? [], directive.label, comment));
    if (kind === "disable-line") {
      if (start.line === end.line) add(lines, start.line, rules);
    } else if (kind === "disable-next-line") add(lines, end.line + 1, rules);
    // Only ESLint takes these in a block comment alone.
    else if (comment.type === "Block" || tool !== "eslint")
      switches.push({ kind: kind as Switch["kind"], rules, line: start.line, column: start.column });
  }
  return {
    levels,
    unknown,
    disables(ruleId, line, column) {
      if (lines.get(line)?.some((rules) => covers(rules, ruleId))) return true;
      let off = false;
      for (const each of switches) {
        if (each.line > line || (each.line === line && each.column > column)) break;
        if (covers(each.rules, ruleId)) off = each.kind === "disable";
      }
      return off;
    },
  };
}

/** The full names of the rules in a list; null where there is none, which means all. In our own comments the short names do. */
function rulesIn(value: string, tool: string): readonly string[] | null {
  const names = Object.keys(parser.parseListConfig(value));
  if (names.length === 0) return null;
  return tool === "portreuse" ? names.map((name) => `portreuse/${name.replace(/^portreuse\//, "")}`) : names;
}

/** The first word of a comment, where it is nearly one of ours, or as other linters call it: `portreuse-ignore`. */
function misspelt(label: string, { value, range }: Comment): UnknownWord[] {
  const [, kind] = /^portreuse-(.*)$/.exec(label) ?? [];
  const near = kind === undefined ? null : nearest(kind.replace("ignore", "disable"), KINDS);
  if (near === null) return [];
  const start = range[0] + 2 + value.indexOf(label);
  return [
    { range: [start, start + label.length], text: `Unknown comment ${quoted(label)}. Did you mean portreuse-${near}?` },
  ];
}

/** Of the full names in a comment those that begin as ours do; what others are called is for others to say. */
function unknownIn(rules: readonly string[], label: string, { value, range }: Comment): UnknownWord[] {
  return rules.flatMap((full) => {
    const name = full.replace(/^portreuse\//, "");
    if (name === full || NAMES.includes(name)) return [];
    const near = nearest(name, NAMES);
    const start = range[0] + 2 + value.indexOf(name, value.indexOf(label) + label.length);
    const hint = near === null ? '"portreuse rules" lists all.' : `Did you mean ${near}?`;
    return [{ range: [start, start + name.length], text: `Unknown rule ${quoted(name)} in a comment. ${hint}` }];
  });
}

function covers(rules: readonly string[] | null, ruleId: string): boolean {
  return rules === null || rules.includes(ruleId);
}

function add(lines: Map<number, (readonly string[] | null)[]>, line: number, rules: readonly string[] | null): void {
  lines.set(line, [...(lines.get(line) ?? []), rules]);
}

function levelsIn(value: string): RuleLevels {
  const parsed = parser.parseJSONLikeConfig(value);
  if (!parsed.ok) return {};
  return readLevels(
    Object.fromEntries(
      Object.entries(parsed.config as Record<string, unknown>).filter(([name]) => name.startsWith("portreuse/")),
    ),
  ).levels;
}
