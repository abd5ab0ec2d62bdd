import type { RuleLevels } from "../lint/levels.ts";
import { readLevels } from "../lint/levels.ts";
import { quoted } from "../nearest.ts";

/** A `--rule` argument: `name=level` or `name=["level", { … }]`. */
export function readRuleArgument(argument: string): { levels: RuleLevels; problems: string[] } {
  const [, name, value] = /^([^=:]+)[=:](.*)$/s.exec(argument) ?? [];
  if (name === undefined || value === undefined)
    return { levels: {}, problems: [`--rule takes name=level, not ${quoted(argument)}.`] };
  const level = value.trim();
  if (!/^[[{"]/.test(level)) return readLevels({ [name.trim()]: level });
  try {
    return readLevels({ [name.trim()]: JSON.parse(level) as unknown });
  } catch {
    return {
      levels: {},
      problems: [`--rule ${name.trim()}: expected a level or ["level", { … }] in JSON, got ${level}`],
    };
  }
}
