import type { Format } from "./cli/arguments.ts";
import type { FileReport } from "./scan.ts";

export interface FormatInput {
  reports: readonly FileReport[];
  cwd: string;
  /** How many files were looked at. */
  files: number;
  /** Whether the output may carry colours. */
  colour: boolean;
}

/** Renders the reports of a scan; each format is loaded only when it is asked for. */
export async function render(format: Format, input: FormatInput): Promise<string> {
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
