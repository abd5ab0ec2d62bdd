import type { JSONSchema4 } from "json-schema";
import type { FactId } from "./kernel/facts.ts";
import type { Node, Range } from "./analysis/ast.ts";
import type { Environment } from "./environment.ts";
import type { ProcessFacts } from "./process/index.ts";
import type { Run } from "./process/run.ts";
import type { Handler } from "./sockets/handlers.ts";
import type { Loading } from "./runs/program.ts";
import type { TestImport } from "./runs/index.ts";
import type { FileSites, Site } from "./sockets/site.ts";
import type { SourceFile } from "./analysis/source.ts";
import { printable } from "./printable.ts";

/** A replacement of a range of the text. */
export interface Edit {
  range: Range;
  text: string;
}

/** One way to fix a finding; never applied automatically. */
export interface Suggestion {
  messageId: string;
  data?: Readonly<Record<string, string>>;
  edits: readonly Edit[];
}

/** One suggestion; null where there is no way to edit the text for it. */
export function suggestion(
  messageId: string,
  edits: readonly Edit[] | null,
  data?: Readonly<Record<string, string>>,
): Suggestion | null {
  return edits && { messageId, ...(data && { data }), edits };
}

/** Another place that belongs to a finding. */
interface Related {
  at: Node | PlaceElsewhere;
  /** A full sentence. */
  message: string;
}

/** A place in another file, by its absolute path; `text`: what is in it, without a byte order mark. */
interface PlaceElsewhere {
  path: string;
  range: Range;
  text: string;
}

/** What a rule reports: plain data. */
export interface Finding {
  messageId: string;
  /** What `{{names}}` in the message stand for. */
  data?: Readonly<Record<string, string>>;
  at: Node;
  related?: readonly Related[];
  facts?: readonly FactId[];
  /** Worked out only when somebody asks, the safest first; null stands for one that is not possible here. */
  suggestions?: () => readonly (Suggestion | null)[];
}

/** What a rule gets beside the site: the whole file, its process and the settings. */
export interface RuleContext<Options extends object> {
  file: SourceFile;
  sites: FileSites;
  process: ProcessFacts;
  /** The launches in other files that may run a site, or lead here by other files; none where the project is not looked at. */
  runs(site: Site): readonly Run[];
  /** The other files of the same programs that may open ports; none where the project is not looked at. */
  companions(): readonly SourceFile[];
  /** The tests of the project that load the file for what it exports; none where the project is not looked at. */
  tests(): readonly TestImport[];
  /** Where the programs begin that load the file, absolute; none where the project is not looked at. */
  roots(): readonly string[];
  /** Whether a module that somebody loads for what it exports comes by a site for certain; false where the project is not looked at. */
  loads(entry: string, loader: Loading, site: Site): boolean;
  /** Below the working directory, with forward slashes. */
  path: string;
  environment: Environment;
  /** The file is TypeScript: suggestions have to type-check. */
  typescript: boolean;
  /** Whether a rule, by its short name, looks at the file too. */
  isOn(rule: string): boolean;
  options: Options;
}

export interface RuleMeta<Options extends object> {
  type: "problem" | "suggestion";
  /** One sentence without a full stop, beginning with a verb. */
  description: string;
  /** Severity in `configs.recommended`; `off` for a rule that only `configs.strict` turns on. */
  recommended: "off" | "warn" | "error";
  messages: Readonly<Record<string, string>>;
  /** By messageId and with the same placeholders: what to do about it, in sentences that can stand behind the message. */
  help?: Readonly<Record<string, string>>;
  /** What it looks for beside sites: files that hold nothing else are not looked at where no rule wants it. */
  trigger?: "handlers" | "agents";
  /** Of the one options object. */
  schema: JSONSchema4;
  defaultOptions: Options;
  /** What the schema cannot say: a sentence about options that fit it and still make no sense, else null. */
  optionsProblem?(options: Options): string | null;
}

/** Policy only: a rule looks at one site or handler at a time and says what is wrong with it. */
export interface Rule<Options extends object = object> {
  name: string;
  meta: RuleMeta<Options>;
  check?(site: Site, context: RuleContext<Options>): Finding | readonly Finding[] | null;
  /** For what waits for an event rather than opens a socket. */
  checkHandler?(handler: Handler, context: RuleContext<Options>): Finding | readonly Finding[] | null;
}

export const NO_OPTIONS: JSONSchema4 = { type: "object", properties: {}, additionalProperties: false };

/** Puts the data into a message the way ESLint does. */
export function interpolate(message: string, data: Readonly<Record<string, string>> = {}): string {
  return message.replace(/\{\{ *(\w+) *\}\}/g, (whole, name: string) => {
    const words = data[name];
    return words === undefined ? whole : printable(words);
  });
}
