import semver from "semver";
import type { PackageJson, UserSettings } from "../../../../rules/src/settings.ts";
import { got } from "../../../../rules/src/setting-kinds.ts";
import { imagesOf, isDockerfile } from "../../../../rules/src/program/launches/docker.ts";

/** What a project says about one setting; without a value it says nothing that could be written. */
export interface Evidence<Name extends keyof UserSettings = keyof UserSettings> {
  name: Name;
  value: NonNullable<UserSettings[Name]> | null;
  /** A clause: "engines.node of package.json says so". */
  why: string;
}

/** The files around a package.json that may say something. */
export interface Surroundings {
  package: PackageJson;
  /** Names in its folder. */
  names: readonly string[];
  /** The text of one of them; null where it cannot be read. */
  text(name: string): string | null;
}

/** What code says, file by file. */
export interface CodeEvidence {
  /** The runtimes that files need, with the first such file. */
  runtimes: ReadonlyMap<string, string>;
  /** Whether there is a TCP listen at all. */
  listens: boolean;
  /** The first listens that state that the port is shared, and that it is not: `src/a.ts:3`. */
  shared: string | null;
  single: string | null;
}

export function evidenceOf(around: Surroundings, code: CodeEvidence): Evidence[] {
  return [runtimeOf(around, code), platformsOf(around), nodeOf(around), listensOf(code)];
}

const LOCK_FILES: Readonly<Record<string, "bun" | "deno">> = {
  "bun.lock": "bun",
  "bun.lockb": "bun",
  "deno.lock": "deno",
  "deno.json": "deno",
  "deno.jsonc": "deno",
};
const IN_SCRIPTS = /(?:^|[\s;&|])(bun|deno|node|nodemon|tsx|ts-node)(?=\s)/;

function runtimeOf({ package: pkg, names }: Surroundings, { runtimes }: CodeEvidence): Evidence<"runtime"> {
  const found = (value: "node" | "bun" | "deno", why: string) => ({ name: "runtime", value, why }) as const;
  const nothing = (why: string) => ({ name: "runtime", value: null, why }) as const;
  const others = [...runtimes].filter(([runtime]) => runtime !== "node");
  // The setting is about all files; where they differ, each of them says for itself what runs it.
  if (others.length > 0 && runtimes.size > 1)
    return nothing(`files differ: ${[...runtimes].map(([runtime, file]) => `${file} is for ${runtime}`).join(", ")}`);
  const [only] = others;
  if (only) return found(only[0] as "bun" | "deno", `${only[1]} uses what only ${only[0]} has`);
  const start = (pkg as { scripts?: unknown }).scripts;
  const script = typeof start === "object" && start !== null ? (start as Record<string, unknown>)["start"] : undefined;
  const [, word] = typeof script === "string" ? (IN_SCRIPTS.exec(script) ?? []) : [];
  if (word !== undefined)
    return found(word === "bun" || word === "deno" ? word : "node", `the script "start" runs ${word}`);
  const lock = names.find((name) => Object.hasOwn(LOCK_FILES, name));
  if (lock !== undefined) return found(LOCK_FILES[lock] as "bun" | "deno", `there is a ${lock}`);
  if (pkg.engines?.["node"] !== undefined) return found("node", "package.json has engines.node");
  const types = ["dependencies", "devDependencies"].some((key) => {
    const list = (pkg as Record<string, unknown>)[key];
    return typeof list === "object" && list !== null && "@types/node" in list;
  });
  return types ? found("node", "package.json lists @types/node") : nothing("nothing names one");
}

function platformsOf({ package: pkg, names }: Surroundings): Evidence<"platforms"> {
  const os: unknown = pkg.os;
  if (Array.isArray(os) && os.length > 0)
    return { name: "platforms", value: null, why: "os of package.json says it already" };
  const dockerfile = names.find(isDockerfile);
  return dockerfile === undefined
    ? { name: "platforms", value: null, why: "nothing says where it runs" }
    : {
        name: "platforms",
        value: ["linux"],
        why: `there is a ${dockerfile}, and containers run on Linux; add "darwin" or "win32" if it has to run there too`,
      };
}

/** Files that hold the version of Node.js and nothing else. */
const VERSION_FILES = [".nvmrc", ".node-version"];

function nodeOf({ package: pkg, names, text }: Surroundings): Evidence<"node"> {
  const engines = pkg.engines?.["node"];
  if (typeof engines === "string" && semver.validRange(engines) !== null)
    return { name: "node", value: null, why: `engines.node of package.json says it already, ${engines}` };
  for (const file of VERSION_FILES.filter((name) => names.includes(name))) {
    const range = rangeOf(text(file)?.trim() ?? "");
    if (range !== null) return { name: "node", value: range, why: `${file} says so` };
  }
  for (const file of names.filter(isDockerfile)) {
    const range = rangeOf(nodeTag(text(file) ?? "") ?? "");
    if (range !== null) return { name: "node", value: range, why: `${file} is FROM node` };
  }
  const why =
    engines === undefined
      ? "nothing names a version"
      : `engines.node of package.json is not a semver range: ${got(engines)}`;
  return { name: "node", value: null, why };
}

/** "22" as 22.x, "v22.12.0" as ^22.12.0: later versions of the same line come by themselves. Null for names such as lts/*. */
function rangeOf(version: string): string | null {
  const [, number] = /^v?(\d+(?:\.\d+){0,2})(?:-[a-z].*)?$/.exec(version) ?? [];
  if (number === undefined) return null;
  return number.includes(".") ? `^${number}` : `${number}.x`;
}

/** The version of the last image called node in a Dockerfile, which is the one that runs. */
function nodeTag(dockerfile: string): string | null {
  const tags = imagesOf(dockerfile).flatMap((image) => /^(?:[^@]*\/)?node:([\w.-]+)(?:@|$)/.exec(image)?.[1] ?? []);
  return tags.at(-1) ?? null;
}

function listensOf({ listens, shared, single }: CodeEvidence): Evidence<"listens"> {
  const value =
    shared !== null && single !== null ? null : shared !== null ? "shared" : single !== null ? "single" : null;
  const why =
    shared !== null && single !== null
      ? `${shared} shares its port, and ${single} does not`
      : shared !== null
        ? `${shared} shares its port`
        : single !== null
          ? `${single} states that its port is not shared`
          : !listens
            ? "the code opens no TCP port that is known"
            : 'no listen states it; add "single" or "shared" to decide for all of them';
  return { name: "listens", value, why };
}
