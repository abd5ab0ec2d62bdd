import { existsSync } from "node:fs";

/** Whether this runs from the sources; otherwise it was bundled. */
export const FROM_SOURCE = import.meta.url.endsWith(".ts");

/** Where one of our programs stands: beside this file in the sources; bundled, this is part of a program or of a chunk in the folder below. */
export function programUrl(name: "scan-worker" | "eslint-config-worker"): URL {
  if (FROM_SOURCE) return new URL(`./${name}.ts`, import.meta.url);
  const beside = new URL(`./${name}.js`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../${name}.js`, import.meta.url);
}
