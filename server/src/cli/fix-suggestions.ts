import { readFileSync, writeFileSync } from "node:fs";
import { reasonOf } from "../../../rules/src/program/read-file.ts";
import type { Edit } from "../../../rules/src/rule.ts";
import { plural, shown } from "./formats/words.ts";
import { unifiedDiff } from "./unified-diff.ts";
import type { FileReport } from "./scan-types.ts";

export interface Applied {
  /** How many files were changed, or would be. */
  files: number;
  /** Empty unless it was asked for. */
  diff: string;
  notes: string[];
  /** Files that could not be changed, one line each. */
  problems: string[];
}

/** Applies the first suggestion of each finding, as far as they do not overlap: to the files, or to what a diff shows. */
export function applySuggestions(reports: readonly FileReport[], how: "write" | "show", cwd: string): Applied {
  const applied: Applied = { files: 0, diff: "", notes: [], problems: [] };
  let suggestions = 0;
  for (const report of reports) {
    const { edits, count } = firstSuggestions(report);
    if (count === 0) continue;
    const name = shown(report.path, cwd);
    try {
      const text = textOf(report);
      // Edits count without the byte order mark.
      const shift = text.length - report.text.length;
      const shifted = edits.map(({ range: [start, end], text }): Edit => ({
        range: [start + shift, end + shift],
        text,
      }));
      if (how === "write") writeFileSync(report.path, edited(text, shifted));
      else applied.diff += unifiedDiff(name, text, shifted);
      applied.files++;
      suggestions += count;
    } catch (error) {
      const reason = error instanceof Unsafe ? error.message : reasonOf(error);
      applied.problems.push(`cannot apply suggestions to ${name}: ${reason}.`);
    }
  }
  if (applied.files > 0)
    applied.notes.push(
      `${how === "write" ? "applied" : "would apply"} ${plural(suggestions, "suggestion")} in ${plural(applied.files, "file")}.`,
    );
  return applied;
}

/** The edits of the first suggestion of each finding, in source order; one that overlaps with those before it is left out. */
export function firstSuggestions({ problems }: Pick<FileReport, "problems">): { edits: Edit[]; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const { suggestions } of problems) {
    const own = suggestions[0]?.edits ?? [];
    // Two suggestions may need the same import: one edit serves both.
    const added = own.filter((edit) => !edits.some((each) => same(each, edit)));
    if (own.length === 0 || added.some((edit) => edits.some((each) => overlap(each, edit)))) continue;
    edits.push(...added);
    count++;
  }
  return { edits: edits.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]), count };
}

function same(a: Edit, b: Edit): boolean {
  return a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;
}

/** Two insertions at one place overlap: nothing says which comes first. */
function overlap({ range: [a, b] }: Edit, { range: [c, d] }: Edit): boolean {
  return (a < d && c < b) || a === c;
}

/** Text with sorted edits that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.range[0]) + edit.text;
    end = edit.range[1];
  }
  return result + text.slice(end);
}

/** A file that would lose something if it were written. */
class Unsafe extends Error {}

/** The text of a file as it stands on the disk, with its byte order mark. @throws Unsafe */
function textOf({ path, text }: FileReport): string {
  const bytes = readFileSync(path);
  const read = bytes.toString("utf8");
  if (!Buffer.from(read).equals(bytes)) throw new Unsafe("it is not UTF-8");
  if (read !== text && read !== `\uFEFF${text}`) throw new Unsafe("it has changed meanwhile");
  return read;
}
