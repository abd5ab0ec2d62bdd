/** So much of a text is shown, in UTF-16 code units. */
const LONGEST = 30;

/** A constant in a message, as it is written in code. */
export function shownValue(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value.slice(0, LONGEST)) : String(value);
}
