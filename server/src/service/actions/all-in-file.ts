import type { Edit } from "../../../../rules/src/rule.ts";
import { plainText } from "../../../../rules/src/problem.ts";
import { documentEdit, quickFix, textEdits, type ActionPart } from "./action.ts";

/** Applies the first suggestion to every problem of the rule in the file that has the same one. */
export const allInFile: ActionPart = (input) => {
  const [first] = input.problem.suggestions();
  if (!first) return [];
  const taken: Edit[] = [];
  let problems = 0;
  for (const { problem } of input.all) {
    if (problem.rule !== input.problem.rule) continue;
    const same = problem.suggestions().find((each) => each.messageId === first.messageId);
    // An import that several of them add is one edit. Where two would change the same text, the first one has it.
    const edits = same?.edits.filter((edit) => !taken.some((each) => equal(each, edit))) ?? [];
    if (!same || edits.some((edit) => taken.some((each) => overlap(each, edit)))) continue;
    taken.push(...edits);
    problems++;
  }
  if (problems < 2) return [];
  const title = `All ${problems} in this file: ${plainText(first.text).replace(/\.$/, "")}`;
  return [quickFix(title, input.diagnostic, documentEdit(input, textEdits(input, taken)))];
};

function equal(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

/** Edits that touch count too: nobody could say which comes first. */
function overlap({ range: [start, end] }: Edit, { range: [from, to] }: Edit): boolean {
  return start <= to && from <= end;
}
