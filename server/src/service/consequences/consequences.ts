import { fact, type FactId } from "../../../../rules/src/kernel/facts.ts";
import { codeWords } from "../../../../rules/src/kernel/render.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";

/** Something that holds here, under a condition. */
export interface Line {
  /** The condition: "Restart", "On macOS", "PORT is not set". */
  label: string;
  /** One sentence; absent: the fact's own. */
  text?: string;
  /** What stands behind it, and says on which platforms it holds; absent for what was read in a source, whose label names them. */
  fact?: FactId;
}

/** What comes of a call. */
export interface Consequences {
  /** What this call does, in one or two sentences; null where the heading says it all. */
  lead: string | null;
  /** The weightiest first. */
  lines: readonly Line[];
}

export function isTrue(value: SocketCall["reusePort"]): boolean {
  return value !== undefined && value !== "unknown" && value.known;
}

export function mayBeTrue(value: SocketCall["reusePort"]): boolean {
  return value === "unknown" || isTrue(value);
}

/** Whether the kernel chooses the port. */
export function isChosen({ port }: SocketCall): boolean {
  return port === undefined || (port !== "unknown" && port.known === 0);
}

/** The words of a line; a fact's code is marked. */
export function textOf({ text, fact: id }: Line): string {
  return text ?? (id ? codeWords(fact(id).summary) : "");
}

const NAMES = { darwin: "macOS", win32: "Windows" } as const;
type Away = keyof typeof NAMES;

export function runsOn({ environment }: RuleContext<object>, platform: string): boolean {
  return environment.platforms.value.includes(platform);
}

/** "On macOS and Windows", as far as the project runs there; null where it does not. */
export function onAway(context: RuleContext<object>, platforms: readonly Away[] = ["darwin", "win32"]): string | null {
  const names = platforms.filter((each) => runsOn(context, each)).map((each) => NAMES[each]);
  return names.length === 0 ? null : `On ${names.join(" and ")}`;
}

/** "On Linux", or nothing where the project runs on nothing else: for sentences that hold there alone. */
export function onLinux({ environment }: RuleContext<object>): string {
  return environment.platforms.value.every((each) => each === "linux") ? "" : "on Linux";
}

/** The lines whose facts speak of a platform of the project; those that are nothing are left out. */
export function applying(lines: readonly (Line | false | null)[], { environment }: RuleContext<object>): Line[] {
  return lines.filter(
    (line): line is Line =>
      line !== null &&
      line !== false &&
      (line.fact === undefined || fact(line.fact).platforms.some((each) => environment.platforms.value.includes(each))),
  );
}
