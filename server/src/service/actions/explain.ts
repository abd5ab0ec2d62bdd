import { CodeActionKind } from "vscode-languageserver-types";
import type { ActionPart } from "./action.ts";

/** Shows the rule's page. */
export const explain: ActionPart = ({ problem: { rule }, diagnostic, client }) => {
  if (client.explain === null) return [];
  const title = `Explain ${rule}`;
  const command = { title, command: client.explain, arguments: [rule] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
};
