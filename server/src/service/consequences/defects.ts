import { problemOf } from "../../../../rules/src/problem.ts";
import type { Rule, RuleContext } from "../../../../rules/src/rule.ts";
import noDuplicateListen from "../../../../rules/src/rules/no-duplicate-listen.ts";
import validListenArguments from "../../../../rules/src/rules/valid-listen-arguments.ts";
import type { Site } from "../../../../rules/src/sockets/site.ts";
import type { Line } from "./consequences.ts";

/** A mistake that decides what the call itself does, in the words of its rule, whether that is on or not. */
interface Defect {
  line: Line;
  /** The call throws before it makes a socket. */
  throws: boolean;
}

/** The rules that name such mistakes: what their line is headed by, and the messages that say that the call throws. */
const RULES: readonly { rule: Rule; label: string; throws: readonly string[] }[] = [
  {
    rule: validListenArguments,
    label: "This port",
    throws: ["constant", "fraction", "missing", "text", "host", "flag"],
  },
  { rule: noDuplicateListen, label: "In this program", throws: ["again"] },
];

/** What is wrong with the call itself; null where nothing is. */
export function defectOf(site: Site, context: RuleContext<object>): Defect | null {
  for (const { rule, label, throws } of RULES) {
    const [found] = [rule.check?.(site, context) ?? []].flat();
    // A path in the place of a port is what the hover shows anyway.
    if (!found || found.messageId === "swapped") continue;
    return {
      line: { label, text: problemOf(rule, found, 1).text },
      throws: throws.includes(found.messageId),
    };
  }
  return null;
}
