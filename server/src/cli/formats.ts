import type { Format } from "./arguments.ts";
import { github } from "./formats/github.ts";
import { gitlab } from "./formats/gitlab.ts";
import type { FullInput } from "./formats/input.ts";
import { json } from "./formats/json.ts";
import { stylish } from "./formats/stylish.ts";

/** Formats that carry suggestions. */
export const SHOW_SUGGESTIONS: ReadonlySet<Format> = new Set(["json", "sarif"]);

const FORMATS = { stylish, json, github, gitlab };

/** Renders the reports of a scan; what shows facts and the rules' pages is large, and loaded only when it is asked for. */
export async function render(format: Format, input: FullInput): Promise<string> {
  return format === "codeframe" || format === "sarif"
    ? (await import("./formats/others.ts")).others[format](input)
    : FORMATS[format](input);
}
