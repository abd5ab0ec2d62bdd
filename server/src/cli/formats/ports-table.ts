import { printable } from "../../../../rules/src/printable.ts";
import { plainText } from "../../../../rules/src/problem.ts";
import type { At, Listen, PortMap } from "../../map/model.ts";
import { conflictCount, hostWords, portWords, SHARING_WORDS, startedWords, summaryWords } from "../../map/words.ts";
import { painter, plural } from "./words.ts";

export interface TableOptions {
  /** How a path is written. */
  shown(path: string): string;
  colour: boolean;
  /** Of the terminal. */
  columns: number;
}

/** How wide a column may be; the last one, which holds a path, is as wide as that. */
const WIDEST = [30, 22, 9];
const HEADS = ["PORT", "HOST", "SHARED", "OPENED AT"];
/** Of what stands below a row. */
const INDENT = "    ";
const MOST_STARTS = 3;
/** Lines of prose are no easier to read beyond. */
const LINE = 120;

/** The answer in one line, then a row for a listen, with lines below it: what starts it, and why it conflicts. */
export function portsTable(map: PortMap, { shown, colour, columns }: TableOptions): string {
  const { listens } = map;
  const conflicts = conflictCount(map);
  const paint = painter(colour);
  const answer = paint(["bold", conflicts > 0 ? "red" : "reset"], `${conflicts > 0 ? "✖ " : ""}${summaryWords(map)}`);
  if (listens.length === 0) return `${answer}\n`;
  const place = ({ path, line }: At) => printable(`${shown(path)}:${line}`);
  const rows = listens.map((each) => cellsOf(each, place));
  const widths = WIDEST.map((_, i) => Math.max(...[HEADS, ...rows].map((row) => (row[i] as string).length)));
  const line = (row: readonly string[]) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ");
  const width = Math.min(columns, LINE);
  const blocks = listens.map((listen, i) => {
    const { starts, conflicts: own } = listen;
    const row = line(rows[i] as string[]);
    return [
      own.length > 0 ? paint("red", `✖ ${row}`) : `  ${row}`,
      ...startLines(starts, place).flatMap((each) => indented(each, width).map((text) => paint("dim", text))),
      ...own.flatMap(({ message }) => indented(plainText(message), width).map((text) => paint("red", text))),
    ].join("\n");
  });
  return [answer, "", paint("dim", `  ${line(HEADS)}`), ...blocks, ""].join("\n");
}

function cellsOf(listen: Listen, place: (at: At) => string): string[] {
  const { host, port, sharing, at } = listen;
  return [portWords(listen), hostWords(host, port), SHARING_WORDS[sharing], place(at)].map((cell, i) => {
    const widest = WIDEST[i] ?? Infinity;
    return cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell;
  });
}

/** A package may have many scripts for one program. */
function startLines(starts: Listen["starts"], place: (at: At) => string): string[] {
  const more = starts.length - MOST_STARTS;
  const lines = starts.slice(0, MOST_STARTS).map((each) => startedWords(each, place));
  return more > 0 ? [...lines, `and ${plural(more, "other start")}`] : lines;
}

function indented(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = INDENT;
  for (const word of text.split(" ")) {
    if (line !== INDENT && line.length + word.length + 1 > width) {
      lines.push(line);
      line = INDENT;
    }
    line += line === INDENT ? word : ` ${word}`;
  }
  return [...lines, line];
}
