import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import { isCallName } from "../../../rules/src/catalogue/index.ts";
import { isGenerated } from "../../../rules/src/generated.ts";
import { contextOf, type FileContext, type FileInProgram } from "../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import type { RuleContext } from "../../../rules/src/rule.ts";
import type { SettingsSources } from "../../../rules/src/settings.ts";
import type { RuleLevels } from "../lint/levels.ts";
import { ERROR_CODES } from "./consequences/errors.ts";
import { ParseError, parseFile, type ParsedFile } from "../lint/parse.ts";

/** What is known about a file beside its text. */
export interface Project {
  /** Path below the folder, with forward slashes; its extension tells the language. */
  path: string;
  settings: SettingsSources;
  levels: RuleLevels;
  /** URI of the page about a rule. */
  page(rule: string): string;
  /** The project around the file; absent where it is not on a disk. */
  program?: FileInProgram | null;
}

/** A parsed version of a document. To be thrown away when the settings change: what is worked out from a tree is kept with it. */
export interface Parsed {
  /** Null where nothing can be found, and where the text cannot be parsed. */
  file: ParsedFile | null;
  /** Code units before the text that ranges count in: 1 with a byte order mark. */
  shift: 0 | 1;
  /** A machine wrote it, so it was not looked into. */
  generated: boolean;
  /** It cannot be parsed, as code that is being written. */
  broken: boolean;
}

/** Also of modules whose every call has a hover, though most of them give rules nothing to look at. */
const MENTIONS = new RegExp(`${ERROR_CODES.join("|")}|["'](?:node:)?(?:net|tls|https?|http2|dgram)["']`);

/** Parses a document if there is anything to say about it. */
export function parseDocument(document: TextDocument, path: string): Parsed {
  const text = document.getText();
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!mayHaveSites(text) && !MENTIONS.test(text)) return { file: null, shift, generated: false, broken: false };
  if (isGenerated(text)) return { file: null, shift, generated: true, broken: false };
  return parseText(text, path);
}

/** The name that an offset touches, where it is called; empty where there is none. */
function calledAt(text: string, offset: number): string {
  let [start, end] = [offset, offset];
  while (isInName(text.charCodeAt(start - 1))) start--;
  while (isInName(text.charCodeAt(end))) end++;
  const behind = text.slice(end, end + LONGEST_GAP).trimStart();
  return behind.startsWith("(") ? text.slice(start, end) : "";
}

/** Between a name and its parenthesis. */
const LONGEST_GAP = 100;

/** A letter, a digit, `_` or `$`; NaN at either end of a text. */
function isInName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  );
}

/**
 * The tree for a hover at an offset. A file in which no rule finds anything is parsed for that alone: it may hold the call of
 * a client, such as `fetch()`.
 */
export function parsedFor(document: TextDocument, parsed: Parsed, offset: number, path: string): Parsed {
  if (parsed.file || parsed.broken) return parsed;
  const text = document.getText();
  return isCallName(calledAt(text, offset)) && !isGenerated(text) ? parseText(text, path) : parsed;
}

/** Never throws; half-written code gives no file. */
export function parseText(text: string, path: string): Parsed {
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parsed = { file: null, shift, generated: false, broken: false } as const;
  try {
    return { ...parsed, file: parseFile(text, path) };
  } catch (error) {
    if (error instanceof ParseError || error instanceof RangeError) return { ...parsed, broken: true };
    throw error;
  }
}

/** The range of a node in the document. */
export function rangeOf(document: TextDocument, { shift }: Parsed, [start, end]: readonly [number, number]): Range {
  return { start: document.positionAt(start + shift), end: document.positionAt(end + shift) };
}

/** What hovers and code actions read of a file. */
export type DocumentContext = FileContext & RuleContext<object>;

/** Sites, process and settings of a parsed file. */
export function surroundings(file: ParsedFile, { path, settings, program }: Project): DocumentContext {
  return { options: {}, ...contextOf({ file, path, settings, program: program ?? null }) };
}
