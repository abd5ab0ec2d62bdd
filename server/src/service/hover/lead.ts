import type { HoverPart } from "./part.ts";

/** What this call does, first of all. */
export const lead: HoverPart = ({ consequences, settings }) =>
  consequences?.lead && settings.parts.consequences ? [consequences.lead] : [];
