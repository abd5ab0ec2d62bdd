import { problemOf } from "../../../rules/src/problem.ts";
import type { Rule, RuleContext } from "../../../rules/src/rule.ts";
import noDuplicateListen from "../../../rules/src/rules/no-duplicate-listen.ts";
import noMixedReusePort from "../../../rules/src/rules/no-mixed-reuse-port.ts";
import noWorkerPortConflict from "../../../rules/src/rules/no-worker-port-conflict.ts";
import type { Site } from "../../../rules/src/sockets/site.ts";
import type { Directives } from "../lint/directives.ts";
import type { Conflict } from "./model.ts";
import { placeIn } from "./starts.ts";

/** The rules that say which listens fail because of another one. */
const RULES: readonly Rule[] = [noWorkerPortConflict, noMixedReusePort, noDuplicateListen];

/**
 * What the rules say of a site, whatever their levels are; comments of the file that switch one off count.
 * `filename`: absolute.
 */
export function conflictsOf(
  site: Site,
  context: RuleContext<object>,
  directives: Directives,
  filename: string,
): Conflict[] {
  return RULES.flatMap((rule) => {
    if (directives.levels[rule.name]?.level === "off") return [];
    const options = rule.meta.defaultOptions;
    const found = rule.check?.(site, { ...context, options }) ?? [];
    return [found].flat().flatMap((finding): Conflict[] => {
      const { range, text, help, related } = problemOf(rule, finding, 2);
      const at = placeIn(filename, context.file.text, range);
      if (directives.disables(`portreuse/${rule.name}`, at.line, at.column)) return [];
      return [
        {
          rule: rule.name,
          message: text,
          help: help ?? null,
          at,
          related: related.map(({ range, text: message, elsewhere }) => ({
            at: placeIn(elsewhere?.path ?? filename, elsewhere?.content ?? context.file.text, range),
            message,
          })),
        },
      ];
    });
  });
}
