import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, Range } from "vscode-languageserver-types";

/**
 * Diagnostics of one text at their places in a later one, which cannot be parsed: they stay while somebody types elsewhere.
 * One whose text was changed across its border is left out.
 */
export function carried(diagnostics: readonly Diagnostic[], before: TextDocument, after: TextDocument): Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const moved = mover(before, after);
  return diagnostics.flatMap(({ relatedInformation = [], ...diagnostic }) => {
    const range = moved(diagnostic.range);
    const related = relatedInformation.flatMap((each) => {
      const { uri } = each.location;
      const place = uri === before.uri ? moved(each.location.range) : each.location.range;
      return place ? [{ ...each, location: { uri, range: place } }] : [];
    });
    return range ? [{ ...diagnostic, range, ...(related.length > 0 && { relatedInformation: related }) }] : [];
  });
}

/** Where a range of one text is in the other: the two differ between their common beginning and their common end. */
function mover(before: TextDocument, after: TextDocument): (range: Range) => Range | null {
  const [old, now] = [before.getText(), after.getText()];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let common = 0;
  while (common < shorter - start && old.at(-1 - common) === now.at(-1 - common)) common++;
  const end = old.length - common;
  return (range) => {
    const [from, to] = [before.offsetAt(range.start), before.offsetAt(range.end)];
    const shift = (offset: number) => (offset >= end ? offset + now.length - old.length : offset);
    const apart = to <= start || from >= end;
    if (!apart && !(from <= start && to >= end)) return null;
    return {
      start: after.positionAt(to <= start || from < end ? from : shift(from)),
      end: after.positionAt(to <= start ? to : shift(to)),
    };
  };
}
