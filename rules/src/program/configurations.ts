import { got } from "../setting-kinds.ts";
import type { ConfigurationKind } from "./configuration-kinds.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { parseJson, parseYaml, type Document } from "./documents.ts";
import type { Files } from "./files.ts";
import { lineAndColumn } from "./lines.ts";

/** The configurations of a project: reads them, and keeps in mind what is wrong with those that were read. */
export interface Configurations {
  /** JSON, or YAML by the name of the file; null where there is none that can be read. */
  document(path: string, kind: ConfigurationKind): Document | null;
  /** The text of one that is read line by line. */
  text(path: string, kind: ConfigurationKind): string | null;
  /** Of what was read so far and is still there. */
  problems(): readonly ConfigurationProblem[];
}

interface Known {
  kind: ConfigurationKind;
  /** Null where the file is there and cannot be read. */
  text: string | null;
  document: Document | null;
  /** Worked out when somebody asks. */
  problems?: readonly ConfigurationProblem[];
}

type Keys = readonly (string | number)[];

export function configurationsOf(files: Files): Configurations {
  const known = new Map<string, Known>();
  /** The last answer, and what it was an answer for. */
  let last: readonly ConfigurationProblem[] = [];
  let then = "";

  function look(path: string, kind: ConfigurationKind): Known | null {
    const text = files.read(path);
    if (text === null && files.kind(path) !== "file") {
      known.delete(path);
      return null;
    }
    const before = known.get(path);
    if (before?.text === text) return before;
    const now: Known = { kind, text, document: null };
    known.set(path, now);
    return now;
  }
  function problemsOf(path: string, { kind, text, document }: Known): ConfigurationProblem[] {
    if (text === null) {
      const why = files.whyUnread?.(path) ?? "it cannot be read";
      return [{ path, place: null, text: `${why}. ${kind.unknown}`, isWhole: true }];
    }
    if (!document) return [];
    if (document.problem === null) return wrongKeys(document, text, kind);
    if (isTemplate(text) || (kind.mayBeEmpty && isEmpty(text))) return [];
    return [{ path, ...document.problem, text: `${document.problem.text} ${kind.unknown}`, isWhole: true }];
  }

  return {
    document(path, kind) {
      const found = look(path, kind);
      if (!found || found.text === null) return null;
      return (found.document ??= /\.ya?ml$/.test(path) ? parseYaml(found.text, path) : parseJson(found.text, path));
    },
    text: (path, kind) => look(path, kind)?.text ?? null,
    problems() {
      // Asked once for each file that is linted.
      const now = `${files.layout()} ${known.size}`;
      if (now !== then) {
        then = now;
        last = [...known].flatMap(([path, found]) =>
          files.kind(path) === "file" ? (found.problems ??= problemsOf(path, found)) : [],
        );
      }
      return last;
    },
  };
}

/** Something makes a configuration of it later: Helm, Handlebars, EJS. */
function isTemplate(text: string): boolean {
  return (text.includes("{{") && text.includes("}}")) || text.includes("<%");
}

function isEmpty(text: string): boolean {
  return text.trim() === "";
}

/** The first value of each key that is read and holds something else. */
function wrongKeys(
  document: Document,
  content: string,
  { keys = {}, unknown }: ConfigurationKind,
): ConfigurationProblem[] {
  const wrong: string[] = [];
  return Object.entries(keys).flatMap(([way, expected]) => {
    if (wrong.some((above) => way.startsWith(`${above}.`))) return [];
    for (const [at, value] of valuesAt(document.value, way === "" ? [] : way.split("."))) {
      // Null is how one writes that there is nothing.
      if (value === null || value === undefined || expected.accepts(value)) continue;
      const place = lineAndColumn(content, document.rangeOf(at)[0]);
      wrong.push(way);
      const isWhole = at.length === 0;
      const said = `expected ${expected.words}, got ${got(value)}.`;
      const text = isWhole ? `${said} ${unknown}` : `${shown(at)}: ${said} It is ignored.`;
      return [{ path: document.path, place, text, isWhole }];
    }
    return [];
  });
}

function* valuesAt(value: unknown, [key, ...below]: readonly string[], at: Keys = []): Generator<[Keys, unknown]> {
  if (key === undefined) return yield [at, value];
  if (typeof value !== "object" || value === null) return;
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [name, inside] of entries) if (key === "*" || name === key) yield* valuesAt(inside, below, [...at, name]);
}

/** `compilerOptions.paths["@app/*"]` */
function shown(keys: Keys): string {
  return keys.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    return /^\w+$/.test(key) ? `${before}${before === "" ? "" : "."}${key}` : `${before}[${JSON.stringify(key)}]`;
  }, "");
}
