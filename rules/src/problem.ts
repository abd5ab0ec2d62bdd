import type { Node, Range } from "./analysis/ast.ts";
import { fileOf } from "./analysis/source.ts";
import type { FactId } from "./kernel/facts.ts";
import { printableLines } from "./printable.ts";
import { interpolate, type Edit, type Finding, type Rule } from "./rule.ts";

/** What is wrong at a place, in words: the one thing that ESLint, the editor and the command line show, each in its own shape. */
export interface Problem {
  /** Short name of the rule; null where the file cannot be parsed. */
  rule: string | null;
  /** As ESLint counts: 1 is a warning, 2 an error. */
  severity: 1 | 2;
  /** Null where the words are not a rule's own. */
  messageId: string | null;
  data: Readonly<Record<string, string>>;
  range: Range;
  /** What is wrong, in full sentences. */
  text: string;
  /** What to do about it, in full sentences; only where the rule has such words. */
  help?: string;
  facts: readonly FactId[];
  related: readonly RelatedPlace[];
  /** Worked out anew by each call. */
  suggestions(): ProblemSuggestion[];
}

/** Another place that belongs to a problem, in words. */
interface RelatedPlace {
  range: Range;
  text: string;
  /** Where it lies in another file: the absolute path, and the text that the range counts in. */
  elsewhere?: { path: string; content: string };
}

/** A suggestion in words. */
export interface ProblemSuggestion {
  messageId: string;
  data: Readonly<Record<string, string>>;
  text: string;
  edits: readonly Edit[];
}

/** Puts a finding into words. */
export function problemOf({ name, meta }: Rule, finding: Finding, severity: 1 | 2): Problem {
  const { messageId, data = {} } = finding;
  const help = meta.help?.[messageId];
  return {
    rule: name,
    severity,
    messageId,
    data,
    range: finding.at.range,
    text: interpolate(meta.messages[messageId] ?? "", data),
    ...(help !== undefined && { help: interpolate(help, data) }),
    facts: finding.facts ?? [],
    related: (finding.related ?? []).flatMap(({ at, message }) => {
      const elsewhere = "path" in at ? { path: at.path, content: at.text } : otherFile(at, finding.at);
      return elsewhere === undefined ? [] : [{ range: at.range, text: message, ...(elsewhere && { elsewhere }) }];
    }),
    suggestions: () =>
      (finding.suggestions?.() ?? [])
        .filter((each) => each !== null)
        .map((each) => ({
          messageId: each.messageId,
          data: each.data ?? {},
          text: interpolate(meta.messages[each.messageId] ?? "", each.data),
          edits: each.edits,
        })),
  };
}

/** The file that a node stands in, where it is another one than that of a finding; undefined where nobody knows its path. */
function otherFile(node: Node, at: Node): { path: string; content: string } | null | undefined {
  const file = fileOf(node);
  if (file === fileOf(at)) return null;
  return file.path === undefined ? undefined : { path: file.path, content: file.text };
}

/** A problem without a place of its own, or with one that no finding stands for. */
export function plainProblem(rule: string | null, severity: 1 | 2, text: string, range: Range = [0, 0]): Problem {
  return { rule, severity, messageId: null, data: {}, range, text, facts: [], related: [], suggestions: () => [] };
}

/** Where one text has to say it all. */
export function fullText({ text, help }: Pick<Problem, "text" | "help">): string {
  return help === undefined ? text : `${text} ${help}`;
}

/** Words for a place that shows no Markdown: the code in them stands without its backticks. */
export function plainText(text: string): string {
  return printableLines(text.replaceAll("`", ""));
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
