import type { FormatInput } from "../formats.ts";
import { counts } from "./words.ts";

/** ESLint's results, for its formatters and whatever else reads them. Files without findings are left out. */
export function json({ reports }: FormatInput): string {
  const results = reports.map((file) => {
    const { errors, warnings } = counts([file]);
    return {
      filePath: file.path,
      messages: file.reports.map((each) => each.message),
      suppressedMessages: [],
      errorCount: errors,
      fatalErrorCount: file.reports.filter((each) => each.message.fatal).length,
      warningCount: warnings,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
      source: file.text,
      usedDeprecatedRules: [],
    };
  });
  return `${JSON.stringify(results)}\n`;
}
