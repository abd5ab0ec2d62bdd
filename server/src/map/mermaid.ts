import { printable } from "../../../rules/src/printable.ts";
import type { Listen, PortMap, Start } from "./model.ts";
import { hostWords, portWords, startWords } from "./words.ts";

/** More than this nobody can read, and Mermaid refuses 500 edges. */
const MOST_LISTENS = 60;

/** How a path is written. */
type Shown = (path: string) => string;

/**
 * A Mermaid flowchart: who starts a program, the program, what it opens; conflicts are red. `left`: how many listens are
 * left out of it.
 */
export function mermaid({ listens }: PortMap, shown: Shown): { text: string; left: number } {
  const drawn = pick(listens);
  const ids = new Map<string, string>();
  const lines = new Set<string>();
  const id = (key: string, node: (name: string) => string): string => {
    let name = ids.get(key);
    if (name === undefined) {
      ids.set(key, (name = `n${ids.size}`));
      lines.add(`  ${node(name)}`);
    }
    return name;
  };
  for (const listen of drawn) {
    const place = `${shown(listen.at.path)}:${listen.at.line}`;
    const host = hostWords(listen.host, listen.port);
    const mark = listen.conflicts.length > 0 ? "✖ " : "";
    const what = quoted(`${mark}${portWords(listen)}`, ...(host === "" ? [] : [`on ${host}`]), place);
    const at = `${place}:${listen.at.column} ${portWords(listen)}`;
    const end = id(`listen ${at}`, (name) => `${name}[${what}]${mark === "" ? "" : ":::conflict"}`);
    for (const program of listen.programs) {
      const entry = id(`program ${program}`, (name) => `${name}([${quoted(shown(program))}])`);
      for (const start of listen.starts)
        if (start.entry === program) {
          const from = id(`start ${starter(start, shown)}`, (name) => `${name}>${quoted(starter(start, shown))}]`);
          lines.add(`  ${from} -${start.proven ? "" : "."}->|${quoted(startWords(start))}| ${entry}`);
        }
      lines.add(`  ${entry} --> ${end}`);
    }
  }
  const red = "  classDef conflict fill:#fdd,stroke:#c00,color:#600";
  return {
    text: ["flowchart LR", ...lines, ...(drawn.some(isConflict) ? [red] : [])].join("\n"),
    left: listens.length - drawn.length,
  };
}

/** The ones in conflict before all others. */
function pick(listens: readonly Listen[]): readonly Listen[] {
  if (listens.length <= MOST_LISTENS) return listens;
  const chosen = new Set([...listens.filter(isConflict), ...listens].slice(0, MOST_LISTENS));
  return listens.filter((each) => chosen.has(each));
}

function isConflict({ conflicts }: Listen): boolean {
  return conflicts.length > 0;
}

function starter({ at }: Start, shown: Shown): string {
  return at === null ? "settings" : `${shown(at.path)}:${at.line}`;
}

/** A label of one or more lines; what means something to Mermaid or HTML is written by its number. */
function quoted(...lines: readonly string[]): string {
  const safe = (text: string) => printable(text).replace(/["#&<>`\\[\]{}|]/g, (sign) => `#${sign.codePointAt(0)};`);
  return `"${lines.map(safe).join("<br/>")}"`;
}
