import { plainText } from "../../../../rules/src/problem.ts";
import { documentEdit, quickFix, textEdits, type ActionPart } from "./action.ts";

/** The rule's own suggestions. The first one is the safest, so an editor's "fix this" key applies it. */
export const suggestions: ActionPart = (input) =>
  input.problem.suggestions().map(({ text, edits }, i) => ({
    ...quickFix(plainText(text).replace(/\.$/, ""), input.diagnostic, documentEdit(input, textEdits(input, edits))),
    ...(i === 0 && { isPreferred: true }),
  }));
