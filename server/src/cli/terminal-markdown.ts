import { stripVTControlCharacters } from "node:util";
import { painter } from "./formats/words.ts";

type Paint = ReturnType<typeof painter>;

/** Markdown as our own pages have it, for a terminal: wrapped at `width` columns, with colours or without. */
export function terminalMarkdown(markdown: string, width: number, colour: boolean): string {
  const paint = painter(colour);
  const blocks = blocksOf(markdown.replace(/<!--[^<>]*-->\n?/g, ""));
  const text = blocks.map((block, i) => (i === 0 ? "" : gap(blocks[i - 1], block)) + rendered(block, width, paint));
  return `${text.join("")}\n`;
}

const ITEM = /^\s*[-*] /;

/** The items of a list stand close to one another. */
function gap(before: readonly string[] | undefined, after: readonly string[]): string {
  return ITEM.test(before?.[0] ?? "") && ITEM.test(after[0] ?? "") ? "\n" : "\n\n";
}

/** Lines that belong together: a heading, a paragraph, a list item, a table, or code with its fences. */
function blocksOf(markdown: string): string[][] {
  const blocks: string[][] = [];
  let fence = false;
  let open = false;
  for (const line of markdown.replaceAll("\r\n", "\n").split("\n")) {
    if (fence) blocks.at(-1)?.push(line);
    else if (line.trim() === "" || /^(?:!\[[^\]]*\]\([^)]*\)|<a [^>]*>.*<\/a>)$/.test(line)) open = false;
    else if (open && !/^(?:#|\s*[-*] |```)/.test(line) && !blocks.at(-1)?.[0]?.startsWith("#"))
      blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      open = true;
    }
    if (/^\s*```/.test(line)) {
      fence = !fence;
      open = false;
    }
  }
  return blocks;
}

function rendered(lines: readonly string[], width: number, paint: Paint): string {
  const first = lines[0] ?? "";
  if (/^\s*```/.test(first))
    return lines
      .slice(1, -1)
      .map((line) => paint("dim", `    ${line}`).trimEnd())
      .join("\n");
  const heading = /^(#+) (.*)$/.exec(first);
  if (heading)
    return paint(
      ["bold", ...(heading[1] === "#" ? (["underline"] as const) : [])],
      inline(heading[2] ?? "", painter(false)),
    );
  if (first.startsWith("|")) return table(lines, width, paint);
  // A line that ends is one that was meant to: sentences of our pages stand on lines of their own.
  const [, indent = "", mark = ""] = /^(\s*)([-*] )?/.exec(first) ?? [];
  const text = lines.map((line) => line.trim().replace(/^[-*] /, "")).join(" ");
  const lead = indent + (mark === "" ? "" : "- ");
  return wrapped(inline(text, paint), width, lead, " ".repeat(lead.length));
}

/** Signs within a line. Of a link to another page only its words are left: it leads nowhere from a terminal. */
function inline(text: string, paint: Paint): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, i) =>
      i % 2 === 1
        ? paint("cyan", part.slice(1, -1))
        : part
            .replace(/\[([^[\]]*)\]\((https?:[^()]*)\)/g, "$1 ($2)")
            .replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
            .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, (_, words: string) => paint("italic", words)),
    )
    .join("")
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/\*\*(.+?)\*\*/g, (_, words: string) => paint("bold", words));
}

function wrapped(text: string, width: number, lead: string, indent: string): string {
  const lines: string[] = [];
  let line = lead;
  let length = lead.length;
  let empty = true;
  for (const word of text.split(/ +/)) {
    const own = stripVTControlCharacters(word).length;
    if (!empty && length + 1 + own > width) {
      lines.push(line);
      [line, length, empty] = [indent, indent.length, true];
    }
    line += (empty ? "" : " ") + word;
    length += (empty ? 0 : 1) + own;
    empty = false;
  }
  return [...lines, line].join("\n");
}

/** In columns; where that is too wide, a row is an item, with the heads of the columns before its cells. */
function table(lines: readonly string[], width: number, paint: Paint): string {
  const rows = lines
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim().replaceAll("\\|", "|"), paint)),
    );
  const size = (cell: string) => stripVTControlCharacters(cell).length;
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, size(cell))), []);
  if (widths.reduce((sum, each) => sum + each + 2, -2) <= width)
    return rows
      .map((row) =>
        row
          .map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - size(cell)))
          .join("  ")
          .trimEnd(),
      )
      .filter((row) => row !== "")
      .join("\n");
  const [heads = [], ...items] = rows;
  return items
    .flatMap(([first = "", ...cells]) => [
      wrapped(first, width, "- ", "  "),
      ...cells.map((cell, i) => wrapped(`${heads[i + 1] ?? ""}: ${cell}`, width, "  ", "    ")),
    ])
    .join("\n");
}
