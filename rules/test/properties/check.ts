import { checkMessages, type Message } from "../../../server/src/lint/messages.ts";
import { rules } from "../../src/rules/index.ts";
import type { Program } from "./grammar.ts";
import type { Expected } from "./marks.ts";

const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

const factor = Number(process.env["PROPERTY_RUNS"] ?? 1000) / 1000;

/** Where the random numbers of this run begin; the same seed repeats it. */
const SEED = Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);

/** For the title of what runs at random, so that a failure can be repeated. */
export const SEEDED = `(PROPERTY_SEED=${SEED})`;

/** In milliseconds. */
export const PATIENCE = 180_000 * Math.max(1, factor);

/** On how many programs a property is tried; PROPERTY_RUNS says how many thousandths of the usual number. */
export function runs(usual: number): { numRuns: number; seed: number } {
  return { numRuns: Math.max(1, Math.round(usual * factor)), seed: SEED };
}

/** What all rules say of a file that has no package.json. */
export function check(text: string, path: string): Message[] {
  return checkMessages({ text, path, settings: { host: {}, hostName: "portreuse", package: null }, levels });
}

export function textOf({ statements }: Pick<Program, "statements">): string {
  return `${statements.join("\n")}\n`;
}

/** `line:column-endColumn rule` of each message, sorted. */
export function places(
  messages: readonly (Pick<Message, "line" | "column" | "ruleId"> & { endColumn?: number | undefined })[],
): string[] {
  return messages.map((each) => `${each.line}:${each.column}-${each.endColumn} ${each.ruleId}`).sort();
}

/** The rules that say something, each as often as it does, sorted. */
export function ruleNames(messages: readonly { ruleId: string | null }[]): string[] {
  return messages.map(({ ruleId }) => ruleId ?? "parse error").sort();
}

/** `line:column-endColumn rule`, as hosts show it. */
export function stated(text: string, expected: readonly Expected[]): string[] {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) as string).length + 1 };
  };
  return expected
    .map(({ rule, start, end }) => `${at(start).line}:${at(start).column}-${at(end).column} portreuse/${rule}`)
    .sort();
}
