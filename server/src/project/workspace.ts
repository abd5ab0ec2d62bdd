import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { homepage } from "../../../rules/src/about.ts";
import { packageProblems } from "../../../rules/src/package-problems.ts";
import { settingsFileOf } from "../../../rules/src/program/deno-settings.ts";
import type { PackageFile } from "../../../rules/src/program/package-file.ts";
import { isWithin, pathBelow } from "../../../rules/src/program/paths.ts";
import { recommendedLevels, type RuleLevels } from "../lint/levels.ts";
import { DEFAULTS, levelsIn, type Configuration } from "./configuration.ts";
import { EslintConfigs } from "./eslint-config.ts";
import { readAnswer, type EslintSays } from "./eslint-says.ts";
import type { Project } from "../service/index.ts";
import { Packages } from "./packages.ts";
import { Programs, type AskingFile } from "./programs.ts";

export { isCode } from "./code-files.ts";
export { listFiles } from "./files.ts";

export interface Folder {
  uri: string;
  /** Null where it is not on this machine's disk. */
  path: string | null;
  configuration: Configuration;
}

/** What is in force for a document. */
export interface InForce {
  project: Project & { program: AskingFile | null };
  configuration: Configuration;
  /** Where the levels come from. */
  source: string;
  /** The levels are those of an ESLint configuration: neither settings nor package.json change them. */
  fromEslint: boolean;
  /** The project lists the plugin, so its ESLint or oxlint reads the comments too. */
  linted: boolean;
  /** The folder around the document; null where there is none. */
  folder: string | null;
  /** The ESLint extension shows the same findings, or the user wants none. */
  silent: boolean;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  javascript: "js",
  javascriptreact: "jsx",
  typescript: "ts",
  typescriptreact: "tsx",
};
const KNOWN = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Folders, settings and the projects in them: everything that decides how a document is checked. */
export class Workspace {
  folders: Folder[] = [];
  /** For documents outside all folders. */
  fallback: Configuration = DEFAULTS;
  trusted = false;
  eslintExtensionActive = false;
  readonly packages = new Packages();
  readonly programs = new Programs();
  readonly eslint: EslintConfigs;
  /** What is wrong with ESLint configurations, by the directory at fault. */
  readonly problems = new Map<string, string>();
  /** The package.json files that were asked, by path, and what is wrong with them. */
  readonly manifests = new Map<string, readonly string[]>();
  #pages: string | null;
  /** Counts how often everything was forgotten. */
  #epoch = 0;

  constructor(log: (line: string) => void, docsDirectory: string | null) {
    this.eslint = new EslintConfigs(log);
    this.#pages = docsDirectory;
  }

  /** Forgets what was read of the projects. */
  forget(): void {
    this.#epoch++;
    this.packages.forget();
    this.eslint.forget();
    this.problems.clear();
    this.manifests.clear();
  }

  folderOf(path: string | null): Folder | null {
    const around = this.folders.filter((each) => path !== null && each.path !== null && isWithin(each.path, path));
    return around.sort((a, b) => (b.path as string).length - (a.path as string).length)[0] ?? null;
  }

  async inForce(uri: string, language = ""): Promise<InForce> {
    const path = pathOf(uri);
    const folder = this.folderOf(path);
    const configuration = folder?.configuration ?? this.fallback;
    const file = path === null ? null : this.packages.nearest(path);
    const pkg = file?.package ?? null;
    const own = file ? this.#packageLevels(file) : {};
    const off = configuration.diagnostics === "off";
    const around = { linted: this.#listing(path, folder) !== null, folder: folder?.path ?? null };
    const program = path === null ? null : this.programs.file(path, folder?.path ?? null);
    const answer = path === null || off ? null : await this.#eslintAnswer(path, folder);
    if (answer) {
      return {
        project: {
          path: below(answer.directory, path as string, language),
          settings: { host: answer.settings, hostName: "settings.portreuse", package: pkg },
          levels: answer.levels,
          page: this.page,
          program,
        },
        configuration,
        source: answer.source,
        fromEslint: true,
        ...around,
        silent: configuration.diagnostics === "auto" && this.eslintExtensionActive,
      };
    }
    return {
      project: {
        path:
          path === null
            ? named(decoded(uri.replace(/^[\w+.-]+:\/*/, "")), language)
            : below(folder?.path ?? null, path, language),
        settings: { host: configuration.user, hostName: "portreuse", package: pkg },
        levels: { ...recommendedLevels(), ...own, ...configuration.rules },
        page: this.page,
        program,
      },
      configuration,
      source: sourceOf(configuration.rules, own, settingsFileOf(pkg)),
      fromEslint: false,
      ...around,
      silent: off,
    };
  }

  /** URI of the page about a rule: the one that ships, or where the project's home has it. */
  readonly page = (rule: string): string => {
    const shipped = this.#pages === null ? null : join(this.#pages, `${rule}.md`);
    return shipped !== null && existsSync(shipped) ? pathToFileURL(shipped).href : `${homepage}/rules/${rule}`;
  };

  async #eslintAnswer(
    path: string,
    folder: Folder | null,
  ): Promise<(EslintSays & { source: string; directory: string }) | null> {
    const directory = this.trusted ? this.#listing(path, folder) : null;
    if (directory === null) return null;
    const epoch = this.#epoch;
    const answer = await this.eslint.ask(directory, path);
    // The configuration has changed meanwhile.
    if (epoch !== this.#epoch) return this.#eslintAnswer(path, folder);
    if ("error" in answer) {
      this.problems.set(
        directory,
        `The ESLint configuration of ${basename(directory)} cannot be used: ${answer.error}. The settings are used.`,
      );
      return null;
    }
    this.problems.delete(directory);
    if ("absent" in answer) return null;
    const says = readAnswer(answer);
    for (const each of says.problems) this.problems.set(each, each);
    return { ...says, source: answer.source, directory };
  }

  /** The directory whose package.json lists the plugin. */
  #listing(path: string | null, folder: Folder | null): string | null {
    return path === null || folder?.path == null
      ? null
      : this.packages.directoryListing("eslint-plugin-portreuse", path, folder.path);
  }

  /** The levels of a package.json; what is wrong with the file is reported as well. */
  #packageLevels(file: PackageFile): RuleLevels {
    const { path, settingsPath = path } = file;
    const problems = packageProblems(file);
    const rules: unknown = file.package.portreuse?.rules;
    const levels =
      typeof rules === "object" && rules !== null && !Array.isArray(rules)
        ? levelsIn(rules, `${settingsPath}: portreuse.rules`, problems)
        : {};
    for (const each of new Set([path, settingsPath]))
      this.manifests.set(
        each,
        problems.filter((problem) => problem.startsWith(`${each}:`)),
      );
    return levels;
  }
}

/** Where levels come from that no ESLint configuration gives. */
function sourceOf(settings: RuleLevels, own: RuleLevels, file: string): string {
  if (Object.keys(settings).length > 0) return "settings";
  return Object.keys(own).length > 0 ? file : "recommended";
}

/** The path of a `file:` URI; null for any other. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** Clients do not all encode a per cent sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path below a directory, or without its root, with an extension that tells the language. */
function below(directory: string | null, path: string, language: string): string {
  const below = directory === null ? null : pathBelow(directory, path);
  return named(below ?? path.replace(/^(?:[A-Za-z]:)?[\\/]+/, "").replaceAll("\\", "/"), language);
}

function named(path: string, language: string): string {
  return KNOWN.test(path) || !(language in LANGUAGES) ? path : `${path}.${LANGUAGES[language]}`;
}
