import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { EslintConfigs } from "../project/eslint-config.ts";
import { readAnswer } from "../project/eslint-says.ts";
import { Packages } from "../project/packages.ts";
import { shown } from "./formats/words.ts";
import type { Configured, ScanOptions } from "./scan-types.ts";

const PLUGIN = "eslint-plugin-portreuse";
/** https://eslint.org/docs/latest/use/configure/configuration-files */
const FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);

interface Asked {
  /** By the absolute path of the file. */
  configured: ReadonlyMap<string, Configured>;
  /** Why a configuration could not be used, and what is wrong with it, one line each. */
  problems: readonly string[];
  notes: readonly string[];
}

const NOTHING: Asked = { configured: new Map(), problems: [], notes: [] };

/** What the ESLint configurations of projects whose package.json lists the plugin say about files that may hold something. */
export async function eslintFor(
  files: readonly string[],
  { eslint: how, cwd }: Pick<ScanOptions, "eslint" | "cwd">,
): Promise<Asked> {
  if (how === "ignore") return NOTHING;
  const packages = new Packages();
  const listed = files.map((file) => ({ file, directory: packages.directoryListing(PLUGIN, file, "") }));
  return how === "mention" ? mention(listed) : ask(listed, cwd);
}

type Listed = readonly { file: string; directory: string | null }[];

function mention(listed: Listed): Asked {
  const seen = new Set<string>();
  for (const { file, directory } of listed) {
    if (directory === null || seen.has(dirname(file))) continue;
    seen.add(dirname(file));
    const name = configurationAbove(file);
    if (name !== null)
      return {
        ...NOTHING,
        notes: [
          `levels of ${name} are not used; --eslint-config uses them (and runs that file), --no-eslint-config hides this line.`,
        ],
      };
  }
  return NOTHING;
}

function configurationAbove(file: string): string | null {
  for (let at = dirname(file); ; at = dirname(at)) {
    const name = FILES.find((each) => existsSync(join(at, each)));
    if (name !== undefined || dirname(at) === at) return name ?? null;
  }
}

/** Runs the projects' code. */
async function ask(listed: Listed, cwd: string): Promise<Asked> {
  const notes: string[] = [];
  const problems = new Set<string>();
  const configured = new Map<string, Configured>();
  const failed = new Set<string>();
  const configs = new EslintConfigs((line) => notes.push(line));
  for (const { file, directory } of listed) {
    if (directory === null || failed.has(directory)) continue;
    // One after the other: each has the whole time limit.
    const answer = await configs.ask(directory, file);
    if ("error" in answer) {
      failed.add(directory);
      problems.add(
        `The ESLint configuration of ${shown(directory, cwd)} cannot be used: ${answer.error}. The levels of package.json are used.`,
      );
    } else if (!("absent" in answer)) {
      const { problems: wrong, ...says } = readAnswer(answer);
      for (const each of wrong) problems.add(each);
      configured.set(file, { ...says, directory, names: answer.names });
    }
  }
  configs.forget();
  if (configured.size === 0 && failed.size === 0) problems.add(`--eslint-config: ${whyNone(listed, cwd)}`);
  return { configured, problems: [...problems], notes };
}

function whyNone(listed: Listed, cwd: string): string {
  const directory = listed.find((each) => each.directory !== null)?.directory ?? null;
  return directory === null
    ? `no package.json above ${shown(listed[0]?.file ?? cwd, cwd)} lists ${PLUGIN}; the levels of package.json are used.`
    : `ESLint finds no configuration in ${shown(directory, cwd)}; the levels of package.json are used.`;
}
