import { rules } from "../../rules/src/rules/index.ts";
import { settingsProblems, type UserSettings } from "../../rules/src/settings.ts";
import type { Level, RuleLevels } from "./check.ts";
import { levelOf } from "./directives.ts";

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

/**
 * Reads the section `portreuse`. Whatever it is, this gives a configuration; what is wrong is named in `problems`,
 * a line each, and its default is used.
 */
export function readConfiguration(section: unknown): { configuration: Configuration; problems: string[] } {
  const problems: string[] = [];
  if (section === undefined || section === null) return { configuration: DEFAULTS, problems };
  if (!isObject(section)) return { configuration: DEFAULTS, problems: [`portreuse: expected an object, got ${JSON.stringify(section)}.`] };
  const one = <T>(name: string, accepted: readonly T[], fallback: T): T => {
    const value = section[name];
    if (value === undefined || value === null) return fallback;
    if (accepted.includes(value as T)) return value as T;
    problems.push(`portreuse.${name}: expected one of ${accepted.map(String).join(", ")}, got ${JSON.stringify(value)}.`);
    return fallback;
  };
  return {
    configuration: {
      diagnostics: one("diagnostics", ["auto", "on", "off"] as const, DEFAULTS.diagnostics),
      rules: readLevels(section["rules"], "portreuse.rules", problems),
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
    if (value === undefined || value === null || value === "" || (name === "platforms" && Array.isArray(value) && value.length === 0)) continue;
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
    if (!(name in hover)) problems.push(`portreuse.hover.${name}: no such part; there are ${Object.keys(hover).join(", ")}.`);
    else if (typeof shown === "boolean") hover[name as HoverPart] = shown;
    else if (shown !== null) problems.push(`portreuse.hover.${name}: expected true or false, got ${JSON.stringify(shown)}.`);
  }
  return hover;
}

/**
 * Levels as ESLint writes them, a word, a number or a list with options, by rule name with or without `portreuse/`.
 * Pushes a line to `problems` for each one that makes no sense.
 */
export function readLevels(value: unknown, where: string, problems: string[]): RuleLevels {
  const levels: Record<string, { level: Level; options?: object }> = {};
  if (value === undefined || value === null) return levels;
  if (!isObject(value)) {
    problems.push(`${where}: expected an object of rule levels, got ${JSON.stringify(value)}.`);
    return levels;
  }
  for (const [key, setting] of Object.entries(value)) {
    if (setting === null || setting === undefined) continue;
    const name = key.replace(/^portreuse\//, "");
    const rule = rules.find((each) => each.name === name);
    const [wanted, options] = Array.isArray(setting) ? (setting as unknown[]) : [setting];
    const level = levelOf(wanted);
    if (!rule) problems.push(`${where}: there is no rule ${JSON.stringify(key)}.`);
    else if (!level) problems.push(`${where}.${key}: expected off, warn or error, got ${JSON.stringify(wanted)}.`);
    else {
      const wrong = options === undefined ? [] : optionProblems(rule.meta.schema, options, `${where}.${key}`);
      problems.push(...wrong);
      levels[name] = { level, ...(options !== undefined && wrong.length === 0 && { options: options as object }) };
    }
  }
  return levels;
}

interface Schema {
  properties?: Readonly<Record<string, Schema>>;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  items?: unknown;
  minItems?: number;
  maxItems?: number;
}

/** The schemas of the rules are flat objects of enumerations, numbers, strings and lists: this much of JSON Schema is enough for them. */
function optionProblems(schema: unknown, options: unknown, where: string): string[] {
  if (!isObject(options)) return [`${where}: expected an object of options, got ${JSON.stringify(options)}.`];
  const properties = (schema as Schema).properties ?? {};
  return Object.entries(options).flatMap(([name, value]) => {
    const property = properties[name];
    if (!property) return [`${where}: the rule has no option ${JSON.stringify(name)}.`];
    return accepts(property, value) ? [] : [`${where}: the option ${name} cannot be ${JSON.stringify(value)}.`];
  });
}

function accepts({ enum: values, type, minimum, maximum, items, minItems = 0, maxItems = Infinity }: Schema, value: unknown): boolean {
  if (values && !values.includes(value)) return false;
  const is = (each: string) => (each === "array" ? Array.isArray(value) : each === "integer" ? Number.isInteger(value) : each === "object" ? isObject(value) : typeof value === each);
  if (type !== undefined && ![type].flat().some(is)) return false;
  if (typeof value === "number" && ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum))) return false;
  if (!Array.isArray(value)) return true;
  return value.length >= minItems && value.length <= maxItems && (!isObject(items) || value.every((each) => accepts(items as Schema, each)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
