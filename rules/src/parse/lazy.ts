import { createRequire } from "node:module";
import type { ParsedFile } from "./parse-file.ts";

export type Parse = (text: string, filename: string) => ParsedFile;

let parser: { parseFile: Parse } | undefined;

/**
 * As `parseFile`, with the parser loaded by the first call: ESLint hands the plugin its own tree of the file at hand,
 * and most runs never need that of another file. What is published has the parser in a file of its own.
 * @throws ParseError
 */
export function parseLazily(text: string, filename: string): ParsedFile {
  parser ??= createRequire(import.meta.url)(
    import.meta.url.endsWith(".ts") ? "./parse-file.ts" : "./parser.cjs",
  ) as NonNullable<typeof parser>;
  return parser.parseFile(text, filename);
}
