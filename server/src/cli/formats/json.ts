import { toMessage } from "../../lint/message.ts";
import { counts } from "./words.ts";
import type { FullInput } from "./input.ts";

/** ESLint's results, one for each file that was checked, for its formatters and whatever else reads them. */
export function json({ reports, checked }: FullInput): string {
  const found = new Map(reports.map((each) => [each.path, each]));
  const results = checked.map((filePath) => {
    const file = found.get(filePath);
    const { errors, warnings } = counts(file ? [file] : []);
    return {
      filePath,
      messages: file?.problems.map((each) => toMessage(each, file.text)) ?? [],
      suppressedMessages: [],
      errorCount: errors,
      fatalErrorCount: file?.problems.filter((each) => each.rule === null).length ?? 0,
      warningCount: warnings,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
      ...(file && { source: file.text }),
      usedDeprecatedRules: [],
    };
  });
  return `${JSON.stringify(results)}\n`;
}
