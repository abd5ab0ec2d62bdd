import { textOf } from "../consequences/index.ts";
import { ownAddress } from "./own-address.ts";
import { runsAs } from "./runs-as.ts";
import type { HoverPart } from "./part.ts";

/** How many lines a hover has room for. */
const LINES = 3;
/** How many words stand in them at most: what is left of the 90 that a hover may have. */
const WORDS = 54;

/** What holds here under a condition, the weightiest first. */
export const consequences: HoverPart = (input) => {
  const { consequences: found, settings } = input;
  if (!found || !settings.parts.facts) return [];
  const shown: string[] = [];
  let words = 0;
  // What starts it takes the room of one.
  const lines = LINES - runsAs(input).length;
  // What is so right now is said below, without a condition.
  const isSaid = ownAddress(input).length > 0;
  for (const line of found.lines) {
    if (isSaid && line.fact === "nonlocal-bind") continue;
    const text = `- **${line.label}**: ${textOf(line)}`;
    words += text.split(/\s+/).length;
    if (words > WORDS || shown.length === lines) break;
    shown.push(text);
  }
  return shown;
};
