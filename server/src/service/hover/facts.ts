import { fact } from "../../../../rules/src/kernel/facts.ts";
import { ERROR_FACTS } from "../consequences/index.ts";
import { summary, type HoverPart } from "./part.ts";

/** How many facts a hover lists. */
const FACTS = 4;

/** Where an error code comes from, as far as that may be on the project's platforms. */
export const errorFacts: HoverPart = ({ target, context, settings }) =>
  target.kind === "error" && settings.parts.facts
    ? ERROR_FACTS[target.code]
        .filter((id) => fact(id).platforms.some((each) => context.environment.platforms.value.includes(each)))
        .slice(0, FACTS)
        .map((id) => `- ${summary(id)}`)
    : [];
