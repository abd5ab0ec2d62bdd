import semver from "semver";
import { isObject } from "../setting-kinds.ts";

/** What a configuration is read for, and what has to stand in it for that. */
export interface ConfigurationKind {
  /** What is not known where a file cannot be read: a sentence. */
  unknown: string;
  /** The keys that are read and what they hold; `*` is any key of an object and any place of a list, "" all of it. */
  keys?: Readonly<Record<string, Expected>>;
  /** The tools that it is for take an empty file. */
  mayBeEmpty?: true;
}

interface Expected {
  /** Completes "expected …". */
  words: string;
  accepts(value: unknown): boolean;
}

const isText = (value: unknown) => typeof value === "string";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

const object: Expected = { words: "an object", accepts: isObject };
const text: Expected = { words: "a string", accepts: isText };
const flag: Expected = { words: "true or false", accepts: (value) => typeof value === "boolean" };
const texts: Expected = { words: "a list of strings", accepts: isTexts };
const textOrTexts: Expected = {
  words: "a string or a list of strings",
  accepts: (value) => isText(value) || isTexts(value),
};
const textOrObject: Expected = {
  words: "a string or an object",
  accepts: (value) => isText(value) || isObject(value),
};
const textsOrObject: Expected = {
  words: "a list of strings or an object",
  accepts: (value) => isTexts(value) || isObject(value),
};
const listOrObject: Expected = {
  words: "a list or an object",
  accepts: (value) => Array.isArray(value) || isObject(value),
};
const list: Expected = { words: "a list", accepts: Array.isArray };
const range: Expected = {
  words: 'a semver range such as ">=20"',
  accepts: (value) => isText(value) && semver.validRange(value as string) !== null,
};

const STARTS = "What it starts is not known.";

export const KINDS = {
  package: {
    unknown: "Its scripts, dependencies and workspaces are not known.",
    keys: {
      "": object,
      name: text,
      main: text,
      imports: object,
      scripts: object,
      "scripts.*": text,
      dependencies: object,
      devDependencies: object,
      optionalDependencies: object,
      peerDependencies: object,
      workspaces: textsOrObject,
      "workspaces.packages": texts,
      "engines.node": range,
    },
  },
  deno: {
    unknown: "Its tasks, imports and workspace are not known.",
    keys: {
      "": object,
      imports: object,
      "imports.*": text,
      tasks: object,
      "tasks.*": textOrObject,
      workspace: textsOrObject,
      exports: textOrObject,
    },
    mayBeEmpty: true,
  },
  pnpm: {
    unknown: "The packages of its workspace are not known.",
    keys: { "": object, packages: texts, catalog: object, catalogs: object },
    mayBeEmpty: true,
  },
  yarn: {
    unknown: "Its catalogs are not known.",
    keys: { "": object, catalog: object, catalogs: object },
    mayBeEmpty: true,
  },
  typescript: {
    unknown: "Imports are not followed by its paths.",
    keys: {
      "": object,
      extends: textOrTexts,
      files: texts,
      include: texts,
      exclude: texts,
      references: list,
      "references.*.path": text,
      compilerOptions: object,
      "compilerOptions.baseUrl": text,
      "compilerOptions.paths": object,
      "compilerOptions.paths.*": textOrTexts,
      "compilerOptions.outDir": text,
      "compilerOptions.rootDir": text,
      "compilerOptions.allowJs": flag,
      "compilerOptions.composite": flag,
      "compilerOptions.customConditions": texts,
    },
    mayBeEmpty: true,
  },
  compose: { unknown: STARTS, keys: { "": object, services: object } },
  pm2: { unknown: STARTS, keys: { apps: listOrObject, "apps.*.script": text } },
  nodemon: { unknown: STARTS, keys: { "": object, exec: text, script: text } },
  /** Dockerfile, Procfile. */
  lines: { unknown: STARTS },
} as const satisfies Record<string, ConfigurationKind>;
