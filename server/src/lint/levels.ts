import { Validator, type OutputUnit } from "@cfworker/json-schema";
import type { Rule } from "../../../rules/src/rule.ts";
import { rules } from "../../../rules/src/rules/index.ts";
import { didYouMean, meant, oneOf, quoted } from "../nearest.ts";

const LEVELS = ["off", "warn", "error"] as const;
export type Level = (typeof LEVELS)[number];

/** What runs: a level for each rule by its short name, with its options. */
export type RuleLevels = Readonly<Record<string, { level: Level; options?: object }>>;

const byName = new Map(rules.map((rule) => [rule.name, rule]));

/** The levels of `configs.recommended`. */
export function recommendedLevels(): Record<string, { level: Level; options?: object }> {
  return Object.fromEntries(rules.map((rule) => [rule.name, { level: rule.meta.recommended }]));
}

/** A level as ESLint writes it: a word or a number. */
function levelOf(value: unknown): Level | null {
  if (value === 0 || value === "off") return "off";
  if (value === 1 || value === "warn") return "warn";
  return value === 2 || value === "error" ? "error" : null;
}

/**
 * Reads levels as ESLint writes them, by full or short rule name: `"error"`, `2` or `["error", { … }]`.
 * A setting that makes no sense is left out, and `problems` names it in one line with the nearest right one.
 * `lenient`: of a setting with wrong options the level still counts.
 */
export function readLevels(
  settings: Readonly<Record<string, unknown>>,
  lenient = false,
): { levels: RuleLevels; problems: string[] } {
  const levels: Record<string, { level: "off" | "warn" | "error"; options?: object }> = {};
  const problems: string[] = [];
  for (const [key, setting] of Object.entries(settings)) {
    const name = key.replace(/^portreuse\//, "");
    const rule = byName.get(name);
    const [word, options, ...more] = Array.isArray(setting) ? (setting as unknown[]) : [setting];
    const level = levelOf(typeof word === "string" && /^[012]$/.test(word) ? Number(word) : word);
    if (!rule) problems.push(unknownRule(key));
    else if (!level)
      problems.push(
        `${name}: ${word === undefined ? "Missing severity" : `Invalid severity ${JSON.stringify(word)}`}; expected ${oneOf(LEVELS)}.`,
      );
    else {
      const wrong =
        more.length > 0
          ? "Expected one options object after the severity."
          : options === undefined
            ? null
            : optionProblem(rule, options);
      if (wrong) problems.push(`${name}: ${wrong}`);
      if (!wrong || lenient)
        levels[name] = { level, ...(options !== undefined && !wrong && { options: options as object }) };
    }
  }
  return { levels, problems };
}

/** `name` may have the name of a plugin in front of it, whatever it is. */
function unknownRule(name: string): string {
  const near = meant(name.slice(name.lastIndexOf("/") + 1), [...byName.keys()]);
  return `Unknown rule ${quoted(name)}. ${near === null ? '"portreuse rules" lists all.' : `Did you mean ${near}?`}`;
}

function optionProblem(rule: Rule, options: unknown): string | null {
  const { valid, errors } = new Validator(rule.meta.schema as object, "4").validate(options);
  const properties = rule.meta.schema["properties"] as Record<string, { enum?: readonly unknown[] }>;
  if (valid) return rule.meta.optionsProblem?.({ ...rule.meta.defaultOptions, ...(options as object) }) ?? null;
  if (typeof options !== "object" || options === null || Array.isArray(options))
    return `Expected an options object, got ${JSON.stringify(options)}.`;
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(properties, name));
  const known = Object.keys(properties);
  if (unknown !== undefined)
    return known.length === 0
      ? `Unknown option ${quoted(unknown)}; the rule has no options.`
      : `Unknown option ${quoted(unknown)}. ${didYouMean(unknown, known)}`;
  const [name, value] = Object.entries(options).find(([key]) =>
    errors.some((each: OutputUnit) => each.instanceLocation.startsWith(`#/${key}`)),
  ) ?? ["", options];
  const allowed = properties[name]?.enum;
  const why = allowed
    ? didYouMean(String(value), allowed.map(String))
    : (errors.at(-1)?.error ?? "See the rule's page.");
  return `Invalid value ${JSON.stringify(value)} for option ${quoted(name)}. ${why.replace(/ {2,}/g, " ").replace(/(?<![.?])$/, ".")}`;
}
