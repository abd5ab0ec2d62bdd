import type { Format } from "../arguments.ts";
import { codeframe } from "./codeframe.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import type { FullInput } from "./input.ts";
import { json } from "./json.ts";
import { sarif } from "./sarif.ts";

/** All formats but that of `stylish`. */
export const others: Readonly<Record<Exclude<Format, "stylish">, (input: FullInput) => string>> = {
  codeframe,
  json,
  sarif,
  github,
  gitlab,
};
