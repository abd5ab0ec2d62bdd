import type { CodeAction } from "vscode-languageserver-types";
import type { ActionInput, ActionPart } from "./actions/action.ts";
import { allInFile } from "./actions/all-in-file.ts";
import { connectHelper } from "./actions/connect-helper.ts";
import { disable } from "./actions/disable.ts";
import { explain } from "./actions/explain.ts";
import { severity } from "./actions/severity.ts";
import { stateForPackage } from "./actions/state-for-package.ts";
import { suggestions } from "./actions/suggestions.ts";
import type { Shown } from "./diagnostics.ts";

/** In the order in which an editor lists them. */
const PARTS: readonly ActionPart[] = [
  stateForPackage,
  suggestions,
  allInFile,
  connectHelper,
  explain,
  disable,
  severity,
];

/** What can be done about problems of this version of the document; nothing is linted again. */
export function codeActions(problems: readonly Shown[], around: Omit<ActionInput, keyof Shown>): CodeAction[] {
  return PARTS.flatMap((part) => problems.flatMap((each) => part({ ...around, ...each })));
}
