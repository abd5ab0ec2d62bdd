import { parseArgs } from "node:util";
import { didYouMean, quoted } from "../nearest.ts";

/** Wrong use of the command line: a line for each thing that is wrong, and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
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
 * Reads the options of a verb.
 * @throws UsageError which names everything that is wrong with them
 */
export function readOptions<const Options extends Readonly<Record<string, Option>>>(
  args: readonly string[],
  options: Options,
  verb: string,
): Parsed<Options> {
  // Not strict: that stops at the first mistake, and its messages speak of the code that calls it.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries<Option>(options).map(([name, { takes: _takes, ...option }]) => [name, option]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const problems = tokens.flatMap((token) => {
    if (token.kind !== "option") return [];
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) return [unknown(token.rawName, Object.keys(options), verb)];
    if (option.type === "boolean") return token.value === undefined ? [] : [`${token.rawName} takes no value.`];
    const missing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    return missing ? [`${token.rawName} takes ${option.takes ?? "a value"}.`] : [];
  });
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return { values: values as Parsed<Options>["values"], positionals };
}

function unknown(option: string, known: readonly string[], verb: string): string {
  const near = didYouMean(
    option,
    known.map((name) => `--${name}`),
  );
  const hint = near.startsWith("Did you mean") ? near : `portreuse help ${verb} lists the options.`;
  return `Unknown option ${quoted(option)}. ${hint}`;
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
