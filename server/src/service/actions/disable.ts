import { documentEdit, quickFix, type ActionPart } from "./action.ts";
import { disableFile, disableLine } from "./directive-edits.ts";

/** Switches the rule off, for the line or for the file. */
export const disable: ActionPart = (input) => {
  const { document, parsed, problem, diagnostic } = input;
  const rule = `portreuse/${problem.rule}`;
  const line = disableLine(document, parsed, rule, diagnostic.range);
  const file = disableFile(document, parsed, rule);
  return [
    ...(line ? [quickFix(`Disable ${rule} for this line`, diagnostic, documentEdit(input, [line]))] : []),
    ...(file ? [quickFix(`Disable ${rule} for this file`, diagnostic, documentEdit(input, [file]))] : []),
  ];
};
