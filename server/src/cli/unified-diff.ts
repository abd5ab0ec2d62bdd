import type { Edit } from "../../../rules/src/rule.ts";

/** Lines of the old text, from `start` (from 0) to before `end`, and what replaces them. */
interface Change {
  start: number;
  end: number;
  lines: string[];
}

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

/** A unified diff of one file, as patch(1) and `git apply` read it. `edits`: sorted, not overlapping, at least one. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const old = linesOf(text);
  const hunks: Change[][] = [];
  for (const change of changesOf(text, old, edits)) {
    const last = hunks.at(-1);
    if (last && change.start - (last.at(-1) as Change).end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  let shift = 0;
  const parts = hunks.map((changes) => {
    const start = Math.max(0, (changes[0] as Change).start - CONTEXT);
    const end = Math.min(old.length, (changes.at(-1) as Change).end + CONTEXT);
    const lines: string[] = [];
    let at = start;
    for (const change of changes) {
      lines.push(...old.slice(at, change.start).map((line) => ` ${line}`));
      lines.push(...old.slice(change.start, change.end).map((line) => `-${line}`));
      lines.push(...change.lines.map((line) => `+${line}`));
      at = change.end;
    }
    lines.push(...old.slice(at, end).map((line) => ` ${line}`));
    const grown = changes.reduce((sum, change) => sum + change.lines.length - (change.end - change.start), 0);
    const head = `@@ -${range(start, end - start)} +${range(start + shift, end - start + grown)} @@\n`;
    shift += grown;
    return (
      head + lines.map((line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`)).join("")
    );
  });
  return parts.length === 0 ? "" : `--- ${named(`a/${path}`)}\n+++ ${named(`b/${path}`)}\n${parts.join("")}`;
}

function range(start: number, length: number): string {
  return `${length === 0 ? start : start + 1},${length}`;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The edits as whole lines; those that touch the same lines are one. */
function changesOf(text: string, old: readonly string[], edits: readonly Edit[]): Change[] {
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) as number) + line.length);
  const lineAt = (offset: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset && start < text.length),
    );
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const [first, last] = [lineAt(edit.range[0]), lineAt(edit.range[1])];
    const group = groups.at(-1);
    if (group && first <= group.last) {
      group.last = Math.max(group.last, last);
      group.edits.push(edit);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups.flatMap(({ first, last, edits: own }) => {
    const [from, to] = [starts[first] as number, starts[last + 1] ?? text.length];
    let result = "";
    let at = from;
    for (const edit of own) {
      result += text.slice(at, edit.range[0]) + edit.text;
      at = edit.range[1];
    }
    return trimmed(
      { start: first, end: Math.min(last + 1, old.length), lines: linesOf(result + text.slice(at, to)) },
      old,
    );
  });
}

/** Without the lines at both ends that stay as they are. */
function trimmed({ start, end, lines }: Change, old: readonly string[]): Change[] {
  let [from, to, first, last] = [start, end, 0, lines.length];
  while (from < to && first < last && old[from] === lines[first]) [from, first] = [from + 1, first + 1];
  while (from < to && first < last && old[to - 1] === lines[last - 1]) [to, last] = [to - 1, last - 1];
  return from === to && first === last ? [] : [{ start: from, end: to, lines: lines.slice(first, last) }];
}

/** As Git writes a name that would not stay on its line. */
function named(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path;
}
