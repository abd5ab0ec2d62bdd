import { checkText, recommendedLevels } from "../../server/src/check.ts";

const FENCE = /```(\w+)[^\n]*\n([\s\S]*?)```\s*$/;

/**
 * What `portreuse check` says about the code block that ends the text, one line a finding.
 * @throws Error when no code block stands there, or when nothing is found in it.
 */
export function outputOf(before: string): string {
  const [, language, code] = FENCE.exec(before) ?? [];
  if (language === undefined || code === undefined) throw new Error("An output part needs a code block right before it.");
  const { messages } = checkText({ text: code, path: `src/example.${language}`, settings: { host: {}, hostName: "", package: null }, levels: recommendedLevels() });
  if (messages.length === 0) throw new Error(`Nothing is found in:\n${code}`);
  const lines = messages.map((each) => `${each.line}:${each.column}  ${each.severity === 2 ? "error" : "warning"}  ${each.message}  ${each.ruleId}`);
  return ["```text", ...lines, "```"].join("\n");
}
