export {
  lineStartsOf,
  ParseError,
  parseFile,
  type Comment,
  type ParsedFile,
} from "../../../rules/src/parse/parse-file.ts";

/** Line and column, both from 1, of an offset. */
export function positionAt(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] as number) + 1 };
}
