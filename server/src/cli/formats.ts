import type { Format } from "./arguments.ts";
import type { FullInput } from "./formats/input.ts";
import { stylish } from "./formats/stylish.ts";

/** Formats that carry suggestions. */
export const SHOW_SUGGESTIONS: ReadonlySet<Format> = new Set(["json", "sarif"]);

/** Renders the reports of a scan; all formats but the usual one are loaded only when one is asked for. */
export async function render(format: Format, input: FullInput): Promise<string> {
  return format === "stylish" ? stylish(input) : (await import("./formats/others.ts")).others[format](input);
}
