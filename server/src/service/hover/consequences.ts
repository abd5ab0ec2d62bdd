import { textOf } from "../consequences/index.ts";
import { ownAddress } from "./own-address.ts";
import { runsAs } from "./runs-as.ts";
import { syscalls } from "./syscalls.ts";
import type { HoverPart } from "./part.ts";

/** How many lines a hover has room for. */
const LINES = 3;
/** How many words stand in them at most: what is left of the 90 that a hover may have. */
const WORDS = 54;
/** How many lines of a terminal are left of the 12 beside the calls for sentences: the first ones, these and what starts the program. */
const ROWS = 7;
const COLUMNS = 80;

/** What holds here under a condition, the weightiest first. */
export const consequences: HoverPart = (input) => {
  const { consequences: found, settings } = input;
  if (!found || !settings.parts.facts) return [];
  const shown: string[] = [];
  let words = 0;
  // What starts it takes the room of one.
  const starts = runsAs(input);
  const lines = LINES - starts.length;
  const older = syscalls(input).at(-1) ?? "";
  let rows = rowsOf([found.lead ?? "", ...starts, ...(older === "```" ? [] : [older])]);
  // Who has the port right now takes one.
  if (input.call?.op !== "connect") rows++;
  // What is so right now is said below, without a condition.
  const isSaid = ownAddress(input).length > 0;
  for (const line of found.lines) {
    if (isSaid && line.fact === "nonlocal-bind") continue;
    const text = `- **${line.label}**: ${textOf(line)}`;
    words += text.split(/\s+/).length;
    rows += rowsOf([text]);
    if (words > WORDS || rows > ROWS || shown.length === lines) break;
    shown.push(text);
  }
  return shown;
};

/** The lines that texts take in a terminal, without Markdown's signs. */
function rowsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.ceil(text.replace(/[*`]/g, "").length / COLUMNS), 0);
}
