import type { Format } from "./arguments.ts";
import type { FullInput } from "./formats/input.ts";

/** Formats that carry suggestions. */
export const SHOW_SUGGESTIONS: ReadonlySet<Format> = new Set(["json", "sarif"]);

/** Renders the reports of a scan; each format is loaded only when it is asked for. */
export async function render(format: Format, input: FullInput): Promise<string> {
  switch (format) {
    case "stylish":
      return (await import("./formats/stylish.ts")).stylish(input);
    case "codeframe":
      return (await import("./formats/codeframe.ts")).codeframe(input);
    case "json":
      return (await import("./formats/json.ts")).json(input);
    case "sarif":
      return (await import("./formats/sarif.ts")).sarif(input);
    case "github":
      return (await import("./formats/github.ts")).github(input);
    case "gitlab":
      return (await import("./formats/gitlab.ts")).gitlab(input);
  }
}
