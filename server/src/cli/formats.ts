import type { Format } from "./arguments.ts";
import type { FileReport } from "./scan.ts";

/** What people are shown. */
export interface FormatInput {
  reports: readonly FileReport[];
  cwd: string;
  /** How many files were checked. */
  files: number;
  /** Whether the output may carry colours. */
  colour: boolean;
}

/** What programs read as well. */
export interface FullInput extends FormatInput {
  /** The files that were checked, as absolute paths. */
  checked: readonly string[];
  /** What kept files from being checked or settings from being used, one line each. */
  problems: readonly string[];
}

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
  }
}
