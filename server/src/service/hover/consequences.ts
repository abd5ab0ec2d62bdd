import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import { summary, type HoverPart } from "./part.ts";

/** What comes of a call or an option, a fact to a question. */
export const consequences: HoverPart = ({ consequences: found, context, settings }) => {
  if (!found || !settings.parts.consequences) return [];
  const { secondProcess, restart, elsewhere, exhausted } = found;
  const away = context.environment.platforms.value.some((each) => each !== "linux" && each !== "android")
    ? (elsewhere ?? [])
    : [];
  const rows: [string, readonly FactId[]][] = [
    ["A second process", secondProcess ? [secondProcess] : []],
    ["Restart", restart ? [restart] : []],
    ["macOS and Windows", away],
    ["When ports run out", exhausted ? [exhausted] : []],
  ];
  return rows.flatMap(([label, ids]) => (ids.length > 0 ? [`- **${label}**: ${ids.map(summary).join(" ")}`] : []));
};
