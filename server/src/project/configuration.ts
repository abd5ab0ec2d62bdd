import { flag, oneOf, type Kind } from "../../../rules/src/setting-kinds.ts";
import { EDITOR_SETTINGS, SETTING_NAMES, settingsProblems, type UserSettings } from "../../../rules/src/settings.ts";
import { readLevels, type RuleLevels } from "../lint/levels.ts";
import { didYouMean } from "../nearest.ts";

export type HoverPart = "syscalls" | "consequences" | "facts" | "machine";

/** The section `portreuse` of an editor, checked: wrong values are gone. */
export interface Configuration {
  diagnostics: "auto" | "on" | "off";
  /** Levels that the user states; those that are not here come from elsewhere. */
  rules: RuleLevels;
  /** The settings that all rules share, where they are given. */
  user: UserSettings;
  workspaceScan: boolean;
  hover: Readonly<Record<HoverPart, boolean>>;
}

export const DEFAULTS: Configuration = {
  diagnostics: "auto",
  rules: {},
  user: {},
  workspaceScan: true,
  hover: { syscalls: true, consequences: true, facts: true, machine: true },
};

const NAMES = new Set<string>([...SETTING_NAMES, ...EDITOR_SETTINGS, "rules"]);
const DIAGNOSTICS = oneOf(["auto", "on", "off"]);

/**
 * Reads the section `portreuse`. Whatever it is, this gives a configuration; what is wrong is named in `problems`,
 * a line each, and its default is used.
 */
export function readConfiguration(section: unknown): { configuration: Configuration; problems: string[] } {
  const problems: string[] = [];
  if (section === undefined || section === null) return { configuration: DEFAULTS, problems };
  if (!isObject(section))
    return { configuration: DEFAULTS, problems: [`portreuse: expected an object, got ${JSON.stringify(section)}.`] };
  for (const name of Object.keys(section))
    if (!NAMES.has(name)) problems.push(`portreuse.${name}: Unknown setting. ${didYouMean(name, [...NAMES])}`);
  const own = <T>(name: (typeof EDITOR_SETTINGS)[number], kind: Kind<T>, fallback: T): T => {
    const value = section[name];
    if (value === undefined || value === null) return fallback;
    if (kind.accepts(value)) return value;
    problems.push(...kind.problems(value, `portreuse.${name}`));
    return fallback;
  };
  return {
    configuration: {
      diagnostics: own("diagnostics", DIAGNOSTICS, DEFAULTS.diagnostics),
      rules: levelsIn(section["rules"], "portreuse.rules", problems),
      user: readUser(section, problems),
      workspaceScan: own("workspaceScan", flag, DEFAULTS.workspaceScan),
      hover: readHover(section["hover"], problems),
    },
    problems,
  };
}

function readUser(section: Record<string, unknown>, problems: string[]): UserSettings {
  const user: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    // Editors send `null` or `""` when nobody has set it.
    const value = section[name];
    // An empty list of platforms would switch rules off without saying so; an empty list of test files means something.
    if (
      value === undefined ||
      value === null ||
      value === "" ||
      (name === "platforms" && Array.isArray(value) && value.length === 0)
    )
      continue;
    const wrong = settingsProblems({ [name]: value }, "portreuse");
    if (wrong.length > 0) problems.push(...wrong);
    else user[name] = value;
  }
  return user;
}

function readHover(value: unknown, problems: string[]): Configuration["hover"] {
  const hover = { ...DEFAULTS.hover };
  if (value === undefined || value === null) return hover;
  if (!isObject(value)) {
    problems.push(`portreuse.hover: expected an object, got ${JSON.stringify(value)}.`);
    return hover;
  }
  for (const [name, shown] of Object.entries(value)) {
    if (!(name in hover))
      problems.push(`portreuse.hover.${name}: Unknown setting. ${didYouMean(name, Object.keys(hover))}`);
    else if (flag.accepts(shown)) hover[name as HoverPart] = shown;
    else if (shown !== null) problems.push(...flag.problems(shown, `portreuse.hover.${name}`));
  }
  return hover;
}

/** Levels and options; what is wrong becomes a line of `problems` that begins with `where`. Settings that are null count as not there. */
export function levelsIn(value: unknown, where: string, problems: string[]): RuleLevels {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    problems.push(`${where}: expected an object of rule levels, got ${JSON.stringify(value)}.`);
    return {};
  }
  const read = readLevels(
    Object.fromEntries(Object.entries(value).filter(([, setting]) => setting !== null && setting !== undefined)),
    true,
  );
  problems.push(...read.problems.map((each) => `${where}: ${each}`));
  return read.levels;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
