import { KINDS } from "../configuration-kinds.ts";
import type { Range } from "../documents.ts";
import { pathsOf } from "../paths.ts";
import type { Context, Launch } from "./launch.ts";
import { commandsIn } from "./shell.ts";

/** Whether a file is a Dockerfile by its name: `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`. */
export function isDockerfile(name: string): boolean {
  return /^(?:Docker|Container)file(?:\.[\w-]+)?$|\.(?:docker|container)file$/i.test(name);
}

/** A command as a list of words or a line of shell. */
export type ContainerCommand = { words: readonly string[] } | { line: string };

export interface Image {
  workdir: string | null;
  environment: Record<string, string | null>;
  entrypoint: ContainerCommand | null;
  command: ContainerCommand | null;
  range: Range;
}

/** What a container of the last stage runs; null for a file that says nothing of it. */
export function imageOf(text: string): Image | null {
  const image: Image = { workdir: null, environment: {}, entrypoint: null, command: null, range: [0, text.length] };
  const stages = new Map<string, Image>();
  let current = image;
  for (const { keyword, content, range } of instructionsIn(text)) {
    switch (keyword) {
      case "FROM": {
        // A stage goes on where another one ended.
        const [from = "", as = "", name = ""] = content.split(/\s+/).filter((word) => !word.startsWith("--"));
        const base = stages.get(from.toLowerCase()) ?? image;
        current = { ...base, environment: { ...base.environment } };
        if (/^as$/i.test(as)) stages.set(name.toLowerCase(), current);
        break;
      }
      case "WORKDIR":
        current.workdir = pathsOf("/").resolve(current.workdir ?? "/", content.replace(/^(["'])(.*)\1$/, "$2"));
        break;
      case "ENV":
        Object.assign(current.environment, variablesIn(content));
        break;
      case "CMD":
        Object.assign(current, { command: commandOf(content), range });
        break;
      case "ENTRYPOINT":
        // It takes the command of the stage below with it.
        Object.assign(current, { entrypoint: commandOf(content), command: null, range });
    }
  }
  return current.command || current.entrypoint ? current : null;
}

/** The images that a Dockerfile starts its stages from, as written: `node:22-alpine`; arguments are not put in. */
export function imagesOf(text: string): string[] {
  return [...instructionsIn(text)].flatMap(({ keyword, content }) =>
    keyword === "FROM" ? (content.split(/\s+/).find((word) => !word.startsWith("--")) ?? []) : [],
  );
}

interface Instruction {
  keyword: string;
  /** On one line. */
  content: string;
  range: Range;
}

const WITH_HEREDOCS = new Set(["RUN", "COPY", "ADD"]);
const KEYWORD = /^[ \t]*([A-Za-z]+)[ \t]+/;

/** The instructions of a Dockerfile. A line goes on after a backslash, past comments and empty lines; bodies of heredocs are left out. */
function* instructionsIn(text: string): Generator<Instruction> {
  let parts: string[] = [];
  let start = 0;
  let heredocs: string[] = [];
  for (const match of text.matchAll(/([^\n]*)(?:\n|$)/g)) {
    const line = (match[1] as string).replace(/\r$/, "");
    if (heredocs.length > 0) {
      if (line.trimStart() === heredocs[0]) heredocs.shift();
      continue;
    }
    if (/^[ \t]*(?:#|$)/.test(line)) continue;
    if (parts.length === 0) start = match.index + (line.length - line.trimStart().length);
    const goesOn = /\\[ \t]*$/.test(line);
    parts.push(goesOn ? line.replace(/\\[ \t]*$/, " ") : line);
    if (goesOn) continue;
    const whole = parts.join("");
    parts = [];
    const found = KEYWORD.exec(whole);
    if (!found) continue;
    const keyword = (found[1] as string).toUpperCase();
    if (WITH_HEREDOCS.has(keyword))
      heredocs = [...whole.matchAll(/<<-?\s*(["']?)(\w+)\1/g)].map((each) => each[2] as string);
    yield {
      keyword,
      content: whole.slice(found[0].length).trim(),
      range: [start, match.index + line.trimEnd().length],
    };
  }
}

/** `A=1 B="x y"`, or the old `A x y`. */
function variablesIn(content: string): Record<string, string | null> {
  const old = /^(\w+)[ \t]+(.*)/s.exec(content) as [string, string, string] | null;
  if (old) return { [old[1]]: old[2].includes("$") ? null : old[2] };
  return commandsIn(content)[0]?.environment ?? {};
}

/** As Docker does: a JSON list of strings is one of words, anything else is for the shell. */
function commandOf(content: string): ContainerCommand {
  try {
    const words: unknown = JSON.parse(content);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? { words } : { line: content };
  } catch {
    return { line: content };
  }
}

/** Entrypoint and command together, as the container runs them. An entrypoint that is a line of shell takes no command. */
export function containerCommand(
  entrypoint: ContainerCommand | null,
  command: ContainerCommand | null,
): ContainerCommand | null {
  if (!entrypoint) return command;
  if ("line" in entrypoint || !command) return entrypoint;
  const words = "words" in command ? command.words : ["/bin/sh", "-c", command.line];
  // `docker-entrypoint.sh node x.js`: a script that runs what it is given.
  const [first, ...others] = entrypoint.words as [string, ...string[]];
  return { words: others.length === 0 && /\.sh$|entrypoint/.test(first) ? words : [...entrypoint.words, ...words] };
}

/**
 * The launches of a command in a container. Which directory of the project lies at its WORKDIR is not said: the file's
 * own, the root and those below them that end like WORKDIR are tried; the first in which an entry is found counts.
 */
export function containerLaunches(command: ContainerCommand, workdir: string | null, context: Context): Launch[] {
  const { resolver, cwd } = context;
  const { join } = pathsOf(resolver.root);
  const home = workdir ?? "/";
  const ends = home
    .split("/")
    .filter(Boolean)
    .map((_, i, parts) => parts.slice(i).join("/"));
  const homes = [...new Set([cwd, ...resolver.manifests.above(cwd).map(({ directory }) => directory), resolver.root])];
  const below = homes
    .flatMap((each) => ends.map((end) => join(each, end)))
    .filter((at) => resolver.files.kind(at) === "directory");
  let first: Launch[] = [];
  for (const at of [...below, ...homes]) {
    const inside = { ...context, cwd: at };
    // What is absolute there lies below WORKDIR.
    const strip = (text: string) => (home === "/" ? text : text.replaceAll(`${home}/`, "./"));
    const launches =
      "line" in command ? inside.line(strip(command.line), inside) : inside.command(command.words.map(strip), inside);
    if (launches.some(({ entry }) => entry !== null)) return launches;
    if (first.length === 0) first = launches;
  }
  return first;
}

/** What a container of this Dockerfile starts. */
export function dockerfileLaunches(path: string, context: Context): Launch[] {
  const text = context.resolver.configurations.text(path, KINDS.lines);
  const image = text === null ? null : imageOf(text);
  const command = image && containerCommand(image.entrypoint, image.command);
  if (!image || !command) return [];
  const where = { file: path, range: image.range };
  return containerLaunches(command, image.workdir, { ...context, where }).map((launch) => ({
    ...launch,
    environment: { ...image.environment, ...launch.environment },
  }));
}
