import { ERROR_FACTS } from "../consequences/index.ts";
import { summary, type HoverPart } from "./part.ts";

/** How many facts a hover lists; the rule's page has the rest. */
const FACTS = 3;

/** What else is worth knowing. */
export const facts: HoverPart = ({ consequences, settings }) => {
  const ids = settings.parts.facts ? (consequences?.also.slice(0, FACTS) ?? []) : [];
  return ids.length > 0 ? ["**Good to know**", ...ids.map((id) => `- ${summary(id)}`)] : [];
};

/** Where an error code comes from. */
export const errorFacts: HoverPart = ({ target }) =>
  target.kind === "error" ? ERROR_FACTS[target.code].map((id) => `- ${summary(id)}`) : [];
