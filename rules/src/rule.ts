import type { JSONSchema4 } from "json-schema";
import type { FactId } from "./kernel/facts.ts";
import type { Node, Range } from "./analysis/ast.ts";
import type { Runtime } from "./catalogue/types.ts";
import type { ProcessFacts } from "./process/index.ts";
import type { FileSites, Site } from "./sockets/site.ts";
import type { SourceFile } from "./analysis/source.ts";

/** A replacement of a range of the text. */
export interface Edit {
  range: Range;
  text: string;
}

/** One way to mend a finding; never applied without being asked for. */
export interface Suggestion {
  messageId: string;
  data?: Readonly<Record<string, string>>;
  edits: readonly Edit[];
}

/** Another place that belongs to a finding. */
export interface Related {
  at: Node;
  /** A full sentence. */
  message: string;
}

/** What a rule reports: plain data. */
export interface Finding {
  messageId: string;
  /** What `{{names}}` in the message stand for. */
  data?: Readonly<Record<string, string>>;
  at: Node;
  related?: readonly Related[];
  facts?: readonly FactId[];
  suggestions?: readonly (Suggestion | null)[];
}

/** A setting, and what decided it: shown in messages that depend on it. */
export interface Decided<T> {
  value: T;
  /** "engines.node of package.json", "settings.portreuse.platforms", "the default". */
  by: string;
}

export interface Environment {
  /** A semver range of Node versions; null when nothing says. */
  node: Decided<string> | null;
  runtime: Runtime;
  platforms: Decided<readonly string[]>;
}

/** What a rule gets beside the site: the whole file, its process and the settings. */
export interface RuleContext<Options extends object> {
  file: SourceFile;
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
  /** The file is TypeScript: suggestions have to type-check. */
  typescript: boolean;
  options: Options;
}

export interface RuleMeta<Options extends object> {
  type: "problem" | "suggestion";
  /** One sentence without a full stop, beginning with a verb. */
  description: string;
  /** Severity in `configs.recommended`. */
  recommended: "warn" | "error";
  messages: Readonly<Record<string, string>>;
  /** Of the one options object. */
  schema: JSONSchema4;
  defaultOptions: Options;
  /** What the schema cannot say: a sentence about options that fit it and still make no sense, else null. */
  optionsProblem?(options: Options): string | null;
}

/** Policy only: a rule looks at one site at a time and says what is wrong with it. */
export interface Rule<Options extends object = object> {
  name: string;
  meta: RuleMeta<Options>;
  check(site: Site, context: RuleContext<Options>): Finding | readonly Finding[] | null;
}

export const NO_OPTIONS: JSONSchema4 = { type: "object", properties: {}, additionalProperties: false };

/** Puts the data into a message the way ESLint does. */
export function interpolate(message: string, data: Readonly<Record<string, string>> = {}): string {
  return message.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, name: string) => data[name] ?? whole);
}
