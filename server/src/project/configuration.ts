import { settingsProblems, type UserSettings } from "../../../rules/src/settings.ts";
import { readLevels, type RuleLevels } from "../lint/levels.ts";
import { didYouMean } from "../nearest.ts";

export type HoverPart = "syscalls" | "consequences" | "facts" | "machine";

/** The section `portreuse` of an editor, checked: wrong values are gone. */
export interface Configuration {
  diagnostics: "auto" | "on" | "off";
  /** Levels that the user states; those that are not here come from elsewhere. */
  rules: RuleLevels;
  /** `node`, `runtime`, `platforms` and `testFiles`, where they are given. */
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

/** Settings of which editors send `null` or `""` when nobody has set them. */
const USER = ["node", "runtime", "platforms", "testFiles"] as const;

const NAMES = new Set([...USER, "diagnostics", "rules", "workspaceScan", "hover"]);

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
  const one = <T>(name: string, accepted: readonly T[], fallback: T): T => {
    const value = section[name];
    if (value === undefined || value === null) return fallback;
    if (accepted.includes(value as T)) return value as T;
    problems.push(
      `portreuse.${name}: expected one of ${accepted.map(String).join(", ")}, got ${JSON.stringify(value)}.`,
    );
    return fallback;
  };
  return {
    configuration: {
      diagnostics: one("diagnostics", ["auto", "on", "off"] as const, DEFAULTS.diagnostics),
      rules: levelsIn(section["rules"], "portreuse.rules", problems),
      user: readUser(section, problems),
      workspaceScan: one("workspaceScan", [true, false], DEFAULTS.workspaceScan),
      hover: readHover(section["hover"], problems),
    },
    problems,
  };
}

function readUser(section: Record<string, unknown>, problems: string[]): UserSettings {
  const user: Record<string, unknown> = {};
  for (const name of USER) {
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
    else if (typeof shown === "boolean") hover[name as HoverPart] = shown;
    else if (shown !== null)
      problems.push(`portreuse.hover.${name}: expected true or false, got ${JSON.stringify(shown)}.`);
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
