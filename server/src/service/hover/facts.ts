import { fact } from "../../../../rules/src/kernel/facts.ts";
import { codeWords } from "../../../../rules/src/kernel/render.ts";
import { causesOf } from "../consequences/index.ts";
import type { HoverPart } from "./part.ts";

/** How many facts a hover lists, and how many words stand in them at most: a hover may have 90. */
const FACTS = 4;
const WORDS = 80;

/** Where an error code comes from, as far as that may be on the project's platforms. */
export const errorFacts: HoverPart = ({ target, context, settings }) => {
  if (target.kind !== "error" || !settings.parts.facts) return [];
  const lines = causesOf(target.code)
    .filter((each) => fact(each.fact).platforms.some((on) => context.environment.platforms.value.includes(on)))
    .slice(0, FACTS)
    .map(({ text }) => `- ${codeWords(text)}`);
  let words = 0;
  return lines.filter((line) => (words += line.split(/\s+/).length) <= WORDS);
};
