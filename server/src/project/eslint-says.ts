import { settingsProblems, type UserSettings } from "../../../rules/src/settings.ts";
import type { RuleLevels } from "../lint/levels.ts";
import { levelsIn } from "./configuration.ts";
import type { Answer } from "./eslint-config.ts";

/** An answer of the project's ESLint, checked: wrong settings are gone. */
export interface EslintSays {
  levels: RuleLevels;
  settings: UserSettings;
  /** What is wrong with the settings, one line each. ESLint itself has checked the levels. */
  problems: string[];
}

export function readAnswer({ source, rules, settings }: Answer): EslintSays {
  const where = `${source}: settings.portreuse`;
  return {
    levels: levelsIn(rules, source, []),
    settings: Object.fromEntries(
      Object.entries(typeof settings === "object" && settings !== null ? settings : {}).filter(
        ([name, value]) => settingsProblems({ [name]: value }, where).length === 0,
      ),
    ),
    problems: settingsProblems(settings ?? undefined, where),
  };
}
