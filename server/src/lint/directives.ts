import { ConfigCommentParser } from "@eslint/plugin-kit";
import { readLevels, type Level, type RuleLevels } from "./levels.ts";
import type { ParsedFile } from "./parse.ts";

/** What the comments of a file say about rules, as ESLint understands them. */
export interface Directives {
  /** `/* eslint portreuse/rule: "error" *​/`, by short rule name. */
  levels: RuleLevels;
  /** Whether a rule is switched off at a place; line and column from 1. */
  disables(ruleId: string, line: number, column: number): boolean;
}

interface Switch {
  kind: "disable" | "enable";
  /** null: every rule. */
  rules: readonly string[] | null;
  line: number;
  column: number;
}

const parser = new ConfigCommentParser();
const NONE: Directives = { levels: {}, disables: () => false };

export function directivesOf(file: ParsedFile): Directives {
  if (!/eslint/.test(file.text)) return NONE;
  const levels: Record<string, { level: Level; options?: object }> = {};
  const switches: Switch[] = [];
  const lines = new Map<number, (readonly string[] | null)[]>();
  for (const comment of file.comments) {
    const directive = parser.parseDirective(comment.value);
    if (!directive || (comment.type === "Line" && !/^eslint-disable-(?:next-)?line$/.test(directive.label))) continue;
    const rules = rulesIn(directive.value);
    const { start, end } = comment.loc;
    switch (directive.label) {
      case "eslint-disable":
        switches.push({ kind: "disable", rules, line: start.line, column: start.column + 1 });
        break;
      case "eslint-enable":
        switches.push({ kind: "enable", rules, line: start.line, column: start.column + 1 });
        break;
      case "eslint-disable-line":
        if (start.line === end.line) add(lines, start.line, rules);
        break;
      case "eslint-disable-next-line":
        add(lines, end.line + 1, rules);
        break;
      case "eslint":
        // As in ESLint: of two comments about a rule the first one counts, and one with wrong options counts not at all.
        for (const [name, level] of Object.entries(levelsIn(directive.value))) levels[name] ??= level;
    }
  }
  return {
    levels,
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

function rulesIn(value: string): readonly string[] | null {
  const names = Object.keys(parser.parseListConfig(value));
  return names.length > 0 ? names : null;
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
