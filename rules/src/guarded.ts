import { check, type Input } from "./lint.ts";
import type { Finding, Rule } from "./rule.ts";

/** What a rule finds, or, in one sentence, what kept it from looking to the end. */
export type Outcome =
  { findings: readonly Finding[]; obstacle?: undefined } | { findings?: undefined; obstacle: string };

/** Nothing that a file holds may stop a host: code nested deeper than the stack is told, not thrown. */
export function guarded(rule: Rule, input: Input, options: object): Outcome {
  try {
    return { findings: check(rule, input, options) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      obstacle: `${/call stack/.test(error.message) ? "The code is nested too deep to be followed" : `The code cannot be followed (${error.message})`}: findings may be missing in this file.`,
    };
  }
}
