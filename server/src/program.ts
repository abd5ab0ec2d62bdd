import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

const FROM_SOURCE = import.meta.url.endsWith(".ts");

/** Starts one of our programs in a thread. From the sources, Node.js 20 has to be told in each thread how TypeScript is loaded. */
export function startThread(name: "scan-worker" | "eslint-config-worker", options: WorkerOptions): Worker {
  const url = programUrl(name);
  if (!FROM_SOURCE) return new Worker(url, options);
  const api = createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/, ".mjs");
  const [loader, program] = [pathToFileURL(api), url].map((each) => JSON.stringify(each.href));
  return new Worker(`import(${loader}).then(({ register }) => (register(), import(${program})));`, {
    ...options,
    eval: true,
  });
}

/** Beside this file in the sources; bundled, this is part of a program or of a chunk in the folder below. */
function programUrl(name: string): URL {
  if (FROM_SOURCE) return new URL(`./${name}.ts`, import.meta.url);
  const beside = new URL(`./${name}.js`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../${name}.js`, import.meta.url);
}
