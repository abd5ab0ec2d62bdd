import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../../rules/src/nearest.ts";
import { fact, facts, isFactId, type FactId } from "../../../rules/src/kernel/facts.ts";
import { renderFact } from "../../../rules/src/kernel/render.ts";
import { rules } from "../../../rules/src/rules/index.ts";
import { shippedDocs } from "../project/shipped-docs.ts";
import { ERROR_CODES, errorFactsOf } from "../service/consequences/index.ts";
import { quoted } from "../nearest.ts";
import { colourOf } from "./arguments.ts";
import { hasColour } from "./colour.ts";
import { COMMON, readOptions } from "./options.ts";
import { complain, say, type Streams } from "./streams.ts";
import { terminalMarkdown } from "./terminal-markdown.ts";

/** Wider lines are hard to read, however wide the terminal is. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * `portreuse explain EADDRINUSE`: shows pages about rules, error codes and facts.
 * `wrong`: see `main`.
 * @returns 0 shown; 2 wrong use: what is known is shown all the same
 */
export function explainCommand(args: readonly string[], streams: Streams, _cwd: string, wrong: string[]): number {
  const { values, positionals } = readOptions(args, COMMON, "explain", wrong);
  if (positionals.length === 0) wrong.push("Missing name; portreuse explain require-reuse-option, or EADDRINUSE.");
  const { out } = streams;
  const width = Math.max(NARROWEST, Math.min(WIDEST, out.columns ?? 80));
  const pages = positionals.map((name) => pageOf(name));
  for (const page of pages)
    if (page !== null) say(streams, terminalMarkdown(page, width, hasColour(out, colourOf(values))));
  const unknown = positionals.filter((_, i) => pages[i] === null);
  for (const name of unknown) complain(streams, unknownName(name));
  return unknown.length > 0 ? 2 : 0;
}

function unknownName(name: string): string {
  const known = [...rules.map((rule) => rule.name), ...errorCodes(), ...facts.map(({ id }) => id)];
  // A part of a name is no slip of the fingers: most of it is missing.
  const near = nearest(name, known) ?? known.find((each) => name.length > 3 && each.includes(name)) ?? null;
  return `Nothing is called ${quoted(name)}. ${
    near === null
      ? "portreuse rules lists the rules; an error code is one such as EADDRINUSE."
      : `Did you mean ${near}?`
  }`;
}

/** A page in Markdown; null for a name that nothing has. */
function pageOf(name: string): string | null {
  const short = name.replace(/^portreuse\//, "");
  if (rules.some((rule) => rule.name === short)) return rulePage(short);
  const code = [...errorCodes()].find((each) => each.toUpperCase() === name.toUpperCase());
  if (code !== undefined) return codePage(code);
  return isFactId(name) ? `# ${fact(name).title}\n\n${bodyOf(name)}` : null;
}

function rulePage(name: string): string {
  const folder = shippedDocs();
  const rule = rules.find((each) => each.name === name);
  return folder === null
    ? `# ${name}\n\n${rule?.meta.description ?? ""}.\n`
    : readFileSync(join(folder, `${name}.md`), "utf8");
}

/** The page of a fact without its heading and anchor. */
function bodyOf(id: FactId): string {
  return renderFact(fact(id), "page").replace(/^(?:<a[^>]*><\/a>\n*|#+ .*\n+)+/, "");
}

const CODE = /\bE[A-Z_]{3,}\b/g;

/** The error codes that facts speak of, as they are written. */
function errorCodes(): ReadonlySet<string> {
  return new Set([...ERROR_CODES, ...facts.flatMap(wordsOf).flatMap((text) => text.match(CODE) ?? [])]);
}

function wordsOf({ title, summary, detail }: (typeof facts)[number]): string[] {
  return [title, summary, detail];
}

/** Where an error comes from, the most frequent first, and the rules that know of it. */
function codePage(code: string): string {
  const mentions = (text: string) => text.match(CODE)?.includes(code) ?? false;
  const first = errorFactsOf(code);
  const others = facts.filter((each) => !first.includes(each.id) && wordsOf(each).some(mentions)).map(({ id }) => id);
  const shown = first.length > 0 ? first : others;
  const about = rules.filter(({ meta }) =>
    [meta.description, ...Object.values(meta.messages), ...Object.values(meta.help ?? {})].some(mentions),
  );
  return [
    `# ${code}`,
    ...shown.flatMap((id) => [`## ${fact(id).title}`, `${fact(id).summary} ${fact(id).detail}`]),
    ...(first.length > 0 && others.length > 0
      ? ["## Other facts that speak of it", `${others.join(", ")}.`, "`portreuse explain` shows each by its name."]
      : []),
    ...(about.length > 0
      ? ["## Rules that speak of it", about.map(({ name, meta }) => `- ${name}: ${meta.description}.`).join("\n")]
      : []),
  ].join("\n\n");
}
