import { startedWords } from "../../map/words.ts";
import { startsOf } from "../../map/starts.ts";
import type { Start } from "../../map/model.ts";
import { printableInCode } from "../../../../rules/src/printable.ts";
import type { HoverPart } from "./part.ts";

/** What starts the program of a listen, where that is more than one process as anybody starts it. */
export const runsAs: HoverPart = ({ target, context, project, settings }) => {
  if (target.kind !== "site" || !settings.parts.consequences) return [];
  const { site } = target;
  if (site.op !== "listen" && site.op !== "bind") return [];
  const { kind } = site.endpoint;
  if (kind === "fd" || kind === "handle" || kind === "attached") return [];
  const filename = project.program?.filename ?? "";
  const starts = startsOf(site, context.runs(site), context, filename).filter(isTelling);
  const proven = starts.filter((each) => each.proven);
  // There is room for one; the map has all of them.
  const [first, ...others] = proven.length > 0 ? proven : starts;
  if (!first) return [];
  const alike = besideIt(first, others);
  const count = countOf([first, ...alike]);
  const shown = ({ path, line }: NonNullable<Start["at"]>) =>
    path === filename ? linesOf(line, alike) : `\`${printableInCode(lastName(path))}:${line}\`${furtherOf(alike)}`;
  return [`*${first.proven ? "Runs as" : "May run as"}*: ${startedWords({ ...first, count, proven: true }, shown)}.`];
};

/** What the same file starts besides: `fork(); fork();` starts two. Other files may hold other ways to start the program. */
function besideIt(first: Start, others: readonly Start[]): Start[] {
  return first.proven ? others.filter((each) => each.kind === first.kind && isBeside(each, first)) : [];
}

function countOf(all: readonly Start[]): Start["count"] {
  const [first, ...others] = all.map(({ count }) => count);
  const sum = (a: Start["count"], b: Start["count"]) =>
    typeof a === "number" && typeof b === "number" ? a + b : "many";
  return others.reduce(sum, first!);
}

/** "line 5", "lines 5 and 6", "line 5 and 2 more places". */
function linesOf(line: number, alike: readonly Start[]): string {
  return alike.length === 1 ? `lines ${line} and ${alike[0]!.at!.line}` : `line ${line}${furtherOf(alike)}`;
}

function furtherOf({ length }: readonly Start[]): string {
  return length === 0 ? "" : length === 1 ? " and another place" : ` and ${length} more places`;
}

function isBeside({ at, entry }: Start, first: Start): boolean {
  return at !== null && at.path === first.at?.path && entry === first.entry && /\.[cm]?[jt]sx?$/.test(at.path);
}

/** Not the one process that everything is without a launch. */
function isTelling({ kind, count }: Start): boolean {
  return count !== 1 || (kind !== "process" && kind !== "pm2-fork");
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
