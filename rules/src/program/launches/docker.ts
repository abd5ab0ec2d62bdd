import { DockerfileParser, type Instruction, type PropertyInstruction } from "dockerfile-ast";
import { pathsOf } from "../paths.ts";
import type { Context, Launch } from "./launch.ts";

/** Whether a file is a Dockerfile by its name: `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`. */
export function isDockerfile(name: string): boolean {
  return /^(?:Docker|Container)file(?:\.[\w-]+)?$|\.(?:docker|container)file$/i.test(name);
}

/** In characters; the parser's time grows faster than the text. */
const LONGEST = 100_000;

/** A command as a list of words or a line of shell. */
export type ContainerCommand = { words: readonly string[] } | { line: string };

export interface Image {
  workdir: string | null;
  environment: Record<string, string | null>;
  entrypoint: ContainerCommand | null;
  command: ContainerCommand | null;
  range: [number, number];
}

/** What a container of the last stage runs; null for a file that says nothing of it. */
export function imageOf(text: string): Image | null {
  if (text.length > LONGEST) return null;
  let dockerfile;
  try {
    dockerfile = DockerfileParser.parse(text);
  } catch {
    return null;
  }
  const lines = lineStartsOf(text);
  const image: Image = { workdir: null, environment: {}, entrypoint: null, command: null, range: [0, text.length] };
  const stages = new Map<string, Image>();
  let current = image;
  for (const instruction of dockerfile.getInstructions()) {
    const words = () => instruction.getArguments().map((argument) => argument.getValue());
    switch (instruction.getKeyword()) {
      case "FROM": {
        // A stage goes on where another one ended.
        const [from = "", as = "", name = ""] = words().filter((word) => !word.startsWith("--"));
        const base = stages.get(from.toLowerCase());
        current = base ? { ...base, environment: { ...base.environment } } : { ...image, environment: {} };
        if (/^as$/i.test(as)) stages.set(name.toLowerCase(), current);
        break;
      }
      case "WORKDIR": {
        const path = instruction.getArgumentsContent() ?? "";
        current.workdir = pathsOf("/").resolve(current.workdir ?? "/", unquoted(path));
        break;
      }
      case "ENV":
        for (const property of (instruction as PropertyInstruction).getProperties()) {
          const value = property.getValue();
          current.environment[property.getName()] = value === null || value.includes("$") ? null : value;
        }
        break;
      case "CMD":
      case "ENTRYPOINT": {
        const range = instruction.getRange();
        current.range = [offset(lines, range.start), offset(lines, range.end)];
        const command = commandOf(instruction);
        if (instruction.getKeyword() === "CMD") current.command = command;
        // It takes the command of the stage below with it.
        else Object.assign(current, { entrypoint: command, command: null });
      }
    }
  }
  return current.command || current.entrypoint ? current : null;
}

/** As Docker does: a JSON list of strings is one of words, anything else is for the shell. */
function commandOf(instruction: Instruction): ContainerCommand {
  // A line goes on after a backslash, past lines that are comments.
  const line = (instruction.getRawArgumentsContent() ?? "").replace(/\\[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*/g, " ");
  if (!line.trimStart().startsWith("[")) return { line };
  try {
    const words: unknown = JSON.parse(line);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? { words } : { line };
  } catch {
    return { line };
  }
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\r?\n/g)].map((match) => match.index + match[0].length)];
}

function offset(lines: readonly number[], { line, character }: { line: number; character: number }): number {
  return (lines[line] ?? 0) + character;
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
  const [first = ""] = entrypoint.words;
  return {
    words: entrypoint.words.length === 1 && /\.sh$|entrypoint/.test(first) ? words : [...entrypoint.words, ...words],
  };
}

/**
 * The launches of a command in a container. Which directory of the project lies at its WORKDIR is not said: the file's
 * own, the root and those below them that end like WORKDIR are tried; the first in which an entry is found counts.
 */
export function containerLaunches(command: ContainerCommand, workdir: string | null, context: Context): Launch[] {
  const { resolver, cwd } = context;
  const { join } = pathsOf(resolver.root);
  const ends = (workdir ?? "")
    .split("/")
    .filter(Boolean)
    .map((_, i, parts) => parts.slice(i).join("/"));
  const homes = [...new Set([cwd, ...resolver.manifests.above(cwd).map(({ directory }) => directory), resolver.root])];
  const below = homes
    .flatMap((home) => ends.map((end) => join(home, end)))
    .filter((at) => resolver.files.kind(at) === "directory");
  let first: Launch[] = [];
  for (const at of [...below, ...homes]) {
    const inside = { ...context, cwd: at };
    // What is absolute there lies below WORKDIR.
    const strip = (text: string) => (workdir === null || workdir === "/" ? text : text.replaceAll(`${workdir}/`, "./"));
    const launches =
      "line" in command
        ? inside.line(strip(command.line), inside)
        : inside.command(
            command.words.map((word) => (word.startsWith(`${workdir}/`) ? strip(word) : word)),
            inside,
          );
    if (launches.some(({ entry }) => entry !== null)) return launches;
    if (first.length === 0) first = launches;
  }
  return first;
}

/** What a container of this Dockerfile starts. */
export function dockerfileLaunches(path: string, context: Context): Launch[] {
  const text = context.resolver.files.read(path);
  const image = text === null ? null : imageOf(text);
  const command = image && containerCommand(image.entrypoint, image.command);
  if (!image || !command) return [];
  const where = { file: path, range: image.range };
  return containerLaunches(command, image.workdir, { ...context, where }).map((launch) => ({
    ...launch,
    environment: { ...image.environment, ...launch.environment },
  }));
}
