import { parseArgs } from "node:util";
import { didYouMean, meant, quoted } from "../nearest.ts";

/** Wrong use of the command line: a line for each thing that is wrong, and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** By name: loaders for tests may hold a module twice, and with it the class. */
export function isUsageError(error: unknown): error is UsageError {
  return (error as Error).name === ("UsageError" satisfies UsageError["name"]);
}

export interface Option {
  type: "string" | "boolean";
  short?: string;
  multiple?: boolean;
  /** Completes "--format takes …". */
  takes?: string;
}

type Value<O extends Option> = O["type"] extends "boolean"
  ? boolean
  : O extends { multiple: true }
    ? readonly string[]
    : string;

export interface Parsed<Options extends Readonly<Record<string, Option>>> {
  values: { [Name in keyof Options]?: Value<Options[Name]> };
  positionals: string[];
}

/** What every verb takes. */
export const COMMON = {
  color: { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies Record<string, Option>;

/**
 * Reads the options of a verb; an option that is wrong is not among the values, nor is the word behind a misspelt one
 * that takes a value. `problems` takes a line for each thing that is wrong with them.
 */
export function readOptions<const Options extends Readonly<Record<string, Option>>>(
  args: readonly string[],
  options: Options,
  verb: string,
  problems: string[],
): Parsed<Options> {
  // Not strict: that stops at the first mistake, and its messages speak of the code that calls it.
  const { values, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries<Option>(options).map(([name, { takes: _takes, ...option }]) => [name, option]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.kind === "positional") {
      if (before?.kind !== "option" || !isMeantFor(before, options)) positionals.push(token.value);
    } else if (token.kind === "option") {
      const problem = problemOf(token, options, verb);
      if (problem === null) continue;
      delete values[token.name];
      problems.push(problem);
    }
  }
  return { values: values as Parsed<Options>["values"], positionals };
}

/** Whether an option is not there, but nearly one that takes the next word as its value. */
function isMeantFor({ name, rawName, value }: OptionToken, options: Readonly<Record<string, Option>>): boolean {
  if (value !== undefined || Object.hasOwn(options, name)) return false;
  const near = meant(rawName, Object.keys(options));
  return near !== null && options[near]?.type === "string";
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function problemOf(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, Option>>,
  verb: string,
): string | null {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return unknown(rawName, Object.keys(options), verb);
  if (option.type === "boolean") return value === undefined ? null : `${rawName} takes no value.`;
  const missing = value === undefined || value === "" || (inlineValue !== true && /^-./.test(value));
  return missing ? `${rawName} takes ${option.takes ?? "a value"}.` : null;
}

function unknown(option: string, known: readonly string[], verb: string): string {
  const near = meant(option, known);
  const hint = near === null ? `portreuse help ${verb} lists the options.` : `Did you mean --${near}?`;
  return `Unknown option ${quoted(option)}. ${hint}`;
}

/** What a reader of a value gives; null where it throws, and what is wrong then goes to `problems`. */
export function orProblem<T>(read: () => T, problems: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(error.message);
    return null;
  }
}

/** A whole number of 0 or more. @throws UsageError */
export function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} takes a number of 0 or more, not ${quoted(text)}.`);
  return Number(text);
}

/** One of several words. @throws UsageError */
export function oneWord<const Word extends string>(what: string, text: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === text);
  if (word === undefined) throw new UsageError(`Unknown ${what} ${quoted(text)}. ${didYouMean(text, words)}`);
  return word;
}
