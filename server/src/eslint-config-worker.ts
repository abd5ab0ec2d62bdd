/**
 * Asks a project's own ESLint which levels and options our rules have for a file.
 * A thread of its own, because the configuration is the project's code: it may be slow, loop, print or end the process.
 */
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Question, Result } from "./project/eslint-config.ts";

interface Config {
  rules?: Record<string, unknown>;
  settings?: { portreuse?: unknown };
  plugins?: Record<string, { meta?: { name?: string } } | undefined>;
}
interface Eslint {
  calculateConfigForFile(file: string): Promise<Config | undefined>;
  findConfigFile?(file?: string): Promise<string | undefined>;
}

/** Of an error, in characters. */
const LONGEST = 300;

const { directory } = workerData as { directory: string };
let eslint: Eslint | undefined;

parentPort?.on("message", ({ id, file }: Question) => {
  ask(file).then(
    (answer) => parentPort?.postMessage({ id, ...answer }),
    (error: unknown) => parentPort?.postMessage({ id, error: inOneLine(error) }),
  );
});

/** ESLint's messages have many lines, and some hold half of a configuration. */
function inOneLine(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, " ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text.replace(/(?<!\.)\.$/, "");
}

async function ask(file: string): Promise<Result> {
  if (!eslint) {
    const require = createRequire(join(directory, "package.json"));
    let path;
    try {
      path = require.resolve("eslint");
    } catch {
      throw new Error(`there is no eslint in ${directory}`);
    }
    const { ESLint } = require(path) as { ESLint: new (options: { cwd: string }) => Eslint };
    eslint = new ESLint({ cwd: directory });
  }
  const found = await eslint.findConfigFile?.(file);
  if (eslint.findConfigFile && !found) return { absent: true };
  const config = await eslint.calculateConfigForFile(file);
  const names = namesIn(config);
  return {
    source: found ? basename(found) : "ESLint",
    names,
    rules: ours(config, names),
    settings: plain(config?.settings?.portreuse),
  };
}

/** The names that our plugin goes by. */
function namesIn({ plugins = {} }: Config = {}): string[] {
  const named = Object.keys(plugins).filter((each) => plugins[each]?.meta?.name === "eslint-plugin-portreuse");
  return named.length > 0 ? named : ["portreuse"];
}

/** Our rules by their short names, under whatever name the plugin goes there. Empty where ESLint leaves the file out. */
function ours({ rules = {} }: Config = {}, names: readonly string[]): Record<string, unknown> {
  const prefixes = names.map((each) => `${each}/`);
  const entries = Object.entries(rules).flatMap(([key, setting]) => {
    const prefix = prefixes.find((each) => key.startsWith(each));
    return prefix ? [[key.slice(prefix.length), setting] as const] : [];
  });
  return plain(Object.fromEntries(entries)) as Record<string, unknown>;
}

/** Without what cannot pass between threads. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
