import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

type Yaml = Pick<typeof import("yaml"), "isNode" | "parseDocument">;

let yaml: Yaml | undefined;

/**
 * The parser of YAML, loaded by the first file in that language: it is a third of the plugin's size, and most projects
 * hold no such file that matters here. What is published has it in a file of its own.
 */
export function yamlLazily(): Yaml {
  return (yaml ??= createRequire(import.meta.url)(place()) as Yaml);
}

/** Bundled, this is part of a program or of a chunk in the folder below. */
function place(): string {
  if (import.meta.url.endsWith(".ts")) return "yaml";
  return existsSync(fileURLToPath(new URL("./yaml.cjs", import.meta.url))) ? "./yaml.cjs" : "../yaml.cjs";
}
