import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Hover, Position } from "vscode-languageserver-types";
import { textOf } from "../../../rules/src/analysis/source.ts";
import { callsOf, consequencesOf, ofImplicitBind, ofOption } from "./consequences/index.ts";
import { parsedFor, rangeOf, surroundings, type DocumentContext, type Parsed, type Project } from "./document.ts";
import { consequences } from "./hover/consequences.ts";
import { errorFacts } from "./hover/facts.ts";
import { lead } from "./hover/lead.ts";
import { machine } from "./hover/machine.ts";
import { ownAddress } from "./hover/own-address.ts";
import { page } from "./hover/page.ts";
import type { HoverInput, HoverPart, HoverSettings } from "./hover/part.ts";
import { rightNow } from "./hover/right-now.ts";
import { runsAs } from "./hover/runs-as.ts";
import { syscalls, takenCallOf } from "./hover/syscalls.ts";
import { targetAt, type Target } from "./targets.ts";
import { printableInCode } from "../../../rules/src/printable.ts";

/** What a hover is shown for below the first line and the calls, from top to bottom. */
const SUBSTANCE: readonly HoverPart[] = [consequences, errorFacts];
/** What stands below it in one paragraph, and alone is no reason to show a hover. */
const BELOW: readonly HoverPart[] = [runsAs, rightNow, ownAddress, machine, page];

/** What the kernel does with what stands at a position; null where nothing of the kind stands. At most 90 words beside the calls, and 12 lines beside those. */
export function hover(
  document: TextDocument,
  parsed: Parsed,
  position: Position,
  project: Project,
  settings: HoverSettings,
): Hover | null {
  const offset = document.offsetAt(position);
  const { file, shift } = parsedFor(document, parsed, offset, project.path);
  if (!file) return null;
  const context = surroundings(file, project);
  const target = targetAt(file, context.sites, offset - shift);
  if (!target) return null;
  const input: HoverInput = { target, context, project, settings, ...findings(target, context) };
  const [what, calls] = [lead(input), syscalls(input)];
  const substance = paragraphs(SUBSTANCE, input);
  if (what.length + calls.length + substance.length === 0) return null;
  const above = [heading(target) + caseOf(target, context), ...what, calls.join("\n")];
  const below = BELOW.map((part) => part(input).join("\n"));
  const markdown = [broken(above), ...substance, "", broken(below)].join("\n").trimEnd();
  return {
    contents: { kind: settings.format, value: settings.format === "markdown" ? markdown : plain(markdown) },
    range: rangeOf(document, parsed, target.at.range),
  };
}

/** One paragraph of several texts, each on a line of its own: between paragraphs a terminal shows an empty line. */
function broken(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("  \n");
}

function paragraphs(parts: readonly HoverPart[], input: HoverInput): string[] {
  return parts.flatMap((part) => {
    const lines = part(input);
    return lines.length > 0 ? ["", ...lines] : [];
  });
}

/** What several parts read. */
function findings(target: Target, context: DocumentContext): Pick<HoverInput, "call" | "consequences"> {
  if (target.kind === "error") return { call: null, consequences: null };
  if (target.kind === "constant") return { call: null, consequences: ofOption(target.option, target.udp) };
  const call = takenCallOf(target, context, "linux");
  if (target.kind === "use") return { call, consequences: call && ofImplicitBind(call, context) };
  const away = (["darwin", "win32"] as const).flatMap((each) =>
    context.environment.platforms.value.includes(each) ? (takenCallOf(target, context, each) ?? []) : [],
  );
  const { site } = target;
  return { call, consequences: consequencesOf(site, call, away, context) };
}

function heading(target: Target): string {
  if (target.kind === "error") return `**\`${target.code}\`**${callsOf(target.code)}`;
  if (target.kind === "constant") return `**\`${target.option}\`**`;
  if (target.kind === "use") return `**\`${target.use.name}()\`**`;
  const { site } = target;
  if (site.kind === "raw" && site.sets !== null && site.sets !== "other" && site.sets !== "unknown")
    return `**\`setsockopt(${site.sets})\`**`;
  return `**\`${site.label}\`**`;
}

/** A longer test is not shown in a heading. */
const LONGEST_TEST = 60;

/** A call whose options differ by a test is described for one of them: " if `process.env.SOCKET`". */
function caseOf(target: Target, { sites }: DocumentContext): string {
  if (target.kind !== "site") return "";
  const { site } = target;
  const others = sites.sites.filter((each) => each.call === site.call && each !== site && each.kind !== "raw");
  const own = site.conditions.find(({ test, when }) =>
    others.some((other) => other.conditions.some((each) => each.test === test && each.when !== when)),
  );
  if (!own) return "";
  const text = printableInCode(textOf(own.test).replace(/\s+/g, " "));
  return ` ${own.when ? "if" : "unless"} ${text.length <= LONGEST_TEST ? `\`${text}\`` : "a test holds"}`;
}

/** The same without Markdown's signs. */
function plain(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !line.startsWith("```"))
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\*\*|`/g, "")
    .replace(/(?<!\w)\*([^*\n]+)\*(?!\w)/g, "$1")
    .replace(/\[([^[\]\n]+)\]\(([^()\n]+)\)/g, "$1: $2");
}
