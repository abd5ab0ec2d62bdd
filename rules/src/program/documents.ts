import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from "jsonc-parser";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { lineAndColumn } from "./lines.ts";
import { isTooDeep } from "./nesting.ts";
import { yamlLazily } from "./yaml.ts";

export type Range = [start: number, end: number];

/** A configuration file that holds data: JSON with or without comments, or YAML. */
export interface Document {
  path: string;
  /** Objects have no prototype, so that no key of the file means more than it says. */
  value: unknown;
  /** Offsets of the value at this path of keys; the whole text where there is none. */
  rangeOf(keys: readonly (string | number)[]): Range;
  /** Why nothing was read, a sentence and the place; null when all is well. */
  problem: Pick<ConfigurationProblem, "place" | "text"> | null;
}

/** A file larger than this is not written by hand, and nothing in it is read. In characters. */
export const LONGEST = 1_000_000;
/** It takes a second to read this much YAML. */
export const LONGEST_YAML = 300_000;
/** Lists and objects of one file, aliases written out. */
const MOST_VALUES = 50_000;

/** JSON, with comments and trailing commas where they stand. Never throws. */
export function parseJson(text: string, path: string): Document {
  return guarded(text, path, "JSON", () => {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true }) as Node;
    const [first] = errors;
    if (first) throw new Misread(plain(printParseErrorCode(first.error)), first.offset);
    return {
      value: getNodeValue(tree),
      rangeOf(keys) {
        const node = findNodeAtLocation(tree, [...keys]);
        return node ? [node.offset, node.offset + node.length] : [0, text.length];
      },
    };
  });
}

/** YAML: the first document, with merge keys. Never throws. */
export function parseYaml(text: string, path: string): Document {
  return guarded(text, path, "YAML", () => {
    const { isNode, parseDocument } = yamlLazily();
    const document = parseDocument(text, { merge: true, logLevel: "silent", prettyErrors: false });
    const [first] = document.errors;
    // Several documents in one file are no error of the first.
    if (first && first.code !== "MULTIPLE_DOCS") throw new Misread(plain(first.message), first.pos[0]);
    return {
      value: bare(document.toJS()),
      rangeOf(keys) {
        const node = document.getIn(keys, true);
        return isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, text.length];
      },
    };
  });
}

class Misread extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

function guarded(
  text: string,
  path: string,
  format: string,
  parse: () => Pick<Document, "value" | "rangeOf">,
): Document {
  const nothing = (why: string, offset: number): Document => ({
    path,
    value: undefined,
    rangeOf: () => [0, text.length],
    problem: { place: lineAndColumn(text, offset), text: `not valid ${format}: ${why}.` },
  });
  if (text.length > (format === "YAML" ? LONGEST_YAML : LONGEST))
    return { ...nothing("", 0), problem: { place: null, text: "it is too large to be read." } };
  if (isTooDeep(text)) return nothing("it is nested too deep", 0);
  try {
    return { path, problem: null, ...parse() };
  } catch (error) {
    if (error instanceof Misread) return nothing(error.message, error.offset);
    return nothing(error instanceof RangeError ? "it is nested too deep" : plain((error as Error).message), 0);
  }
}

/** "PropertyNameExpected" and "Nested mappings are …\n…" as the end of a sentence. */
function plain(message: string): string {
  const words = /\s/.test(message) ? message : message.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words
    .split("\n")[0]!
    .replace(/\.$/, "")
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** Without prototypes; aliases are written out, as far as they end. */
function bare(value: unknown): unknown {
  let left = MOST_VALUES;
  return copy(value);

  function copy(at: unknown): unknown {
    if (typeof at !== "object" || at === null) return at;
    if (left-- <= 0) throw new Misread("its aliases grow without end", 0);
    if (Array.isArray(at)) return at.map(copy);
    return Object.assign(
      Object.create(null),
      Object.fromEntries(Object.entries(at).map(([key, item]) => [key, copy(item)])),
    );
  }
}

export type Entries = Readonly<Record<string, unknown>>;

/** The value as an object of keys; an empty one where it is something else. */
export function asObject(value: unknown): Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

export function asString(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The strings of a list; one string alone counts as a list of one. */
export function asStrings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
