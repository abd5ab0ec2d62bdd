import type { CodeAction } from "vscode-languageserver-types";
import { documentEdit, quickFix, snippetEdit, type ActionInput, type ActionPart } from "./action.ts";
import { disableFile, disableLine, type DirectiveEdit } from "./directive-edits.ts";

/** Switches the rule off with a comment, for the line or for the file. */
export const disable: ActionPart = (input) => {
  const { document, parsed, problem, diagnostic, comments } = input;
  const rule = problem.rule ?? "";
  return [
    ...action(input, `Disable ${rule} for this line`, disableLine(document, parsed, rule, comments, diagnostic.range)),
    ...action(input, `Disable ${rule} for this file`, disableFile(document, parsed, rule, comments)),
  ];
};

/** With a placeholder for the reason, where the client knows placeholders. */
function action(input: ActionInput, title: string, edit: DirectiveEdit | null): CodeAction[] {
  if (!edit) return [];
  const { range, before, after } = edit;
  if (after === null || !input.client.snippets)
    return [quickFix(title, input.diagnostic, documentEdit(input, [{ range, newText: `${before}${after ?? ""}` }]))];
  const value = `${literal(before)} -- \${1:reason}${literal(after)}`;
  return [quickFix(title, input.diagnostic, snippetEdit(input, { range, snippet: { kind: "snippet", value } }))];
}

/** Text as a snippet writes it. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
