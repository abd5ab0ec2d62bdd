import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Hover, Position } from "vscode-languageserver-types";
import { fact, type FactId } from "../../../rules/src/kernel/facts.ts";
import { codeWords } from "../../../rules/src/kernel/render.ts";
import type { RuleContext } from "../../../rules/src/rule.ts";
import { pageOf } from "../../../rules/src/rules/page.ts";
import type { Site } from "../../../rules/src/sockets/site.ts";
import { siteToSocketCall } from "../../../rules/src/syscalls/socket-call.ts";
import { renderSyscalls, syscalls, type Platform } from "../../../rules/src/syscalls/index.ts";
import type { HoverPart } from "../project/configuration.ts";
import { machineLines, type Machine } from "../project/machine.ts";
import { consequencesOf, ERROR_FACTS, ofOption, type Consequences } from "./consequences.ts";
import { rangeOf, surroundings, type Parsed, type Project } from "./document.ts";
import { admittedVersions } from "./node-versions.ts";
import { targetAt, type Target } from "./targets.ts";

export interface HoverSettings {
  parts: Readonly<Record<HoverPart, boolean>>;
  format: "markdown" | "plaintext";
  /** The limits of the server's machine; null where there are none to tell. */
  machine: Machine | null;
}

/** How many facts a hover lists; the rule's page has the rest. */
const FACTS = 3;
const RUNTIMES = { node: "Node.js", bun: "Bun", deno: "Deno" } as const;
const PLATFORM_NAMES = { linux: "Linux", darwin: "macOS", win32: "Windows" } as const;

/** What the kernel does with what stands at a position; null where nothing of the kind stands. At most some 25 lines. */
export function hover(
  document: TextDocument,
  parsed: Parsed,
  position: Position,
  project: Project,
  settings: HoverSettings,
): Hover | null {
  const { file, shift } = parsed;
  if (!file) return null;
  const context = surroundings(file, project);
  const target = targetAt(file, context.sites, document.offsetAt(position) - shift);
  if (!target) return null;
  const lines = contents(target, context, project, settings);
  if (!lines) return null;
  const markdown = lines.join("\n");
  return {
    contents: { kind: settings.format, value: settings.format === "markdown" ? markdown : plain(markdown) },
    range: rangeOf(document, parsed, target.at.range),
  };
}

function contents(
  target: Target,
  context: RuleContext<object>,
  project: Project,
  settings: HoverSettings,
): string[] | null {
  if (target.kind === "error")
    return [
      `**\`${target.code}\`**`,
      "",
      ...ERROR_FACTS[target.code].map((id) => `- ${summary(id)}`),
      ...machine(settings),
    ];
  const { kind } = target;
  const call = kind === "site" ? siteToSocketCall(target.site, context, "linux") : null;
  const away =
    kind === "site"
      ? (["darwin", "win32"] as const).flatMap((each) =>
          context.environment.platforms.value.includes(each)
            ? (siteToSocketCall(target.site, context, each) ?? [])
            : [],
        )
      : [];
  const found =
    kind === "constant" ? ofOption(target.option, target.udp) : consequencesOf(target.site, call, away, context);
  const calls = kind === "site" && settings.parts.syscalls ? sequence(target.site, context) : [];
  const told = settings.parts.consequences ? consequenceLines(found, context) : [];
  const facts = settings.parts.facts ? found.also.slice(0, FACTS).map((id) => `- ${summary(id)}`) : [];
  if (calls.length + told.length + facts.length === 0) return null;
  const rule =
    kind === "site"
      ? pageOf(target.site, context)
      : target.option === "IP_BIND_ADDRESS_NO_PORT"
        ? "no-bind-before-connect"
        : "no-late-socket-option";
  return [
    heading(target),
    ...calls,
    ...(told.length > 0 ? ["", ...told] : []),
    ...(facts.length > 0 ? ["", "**Good to know**", ...facts] : []),
    ...machine(settings),
    "",
    `[More about this](${project.page(rule)})`,
  ];
}

function heading(target: Exclude<Target, { kind: "error" }>): string {
  if (target.kind === "constant") return `**\`${target.option}\`**`;
  const { site } = target;
  if (site.kind === "raw" && site.sets !== null && site.sets !== "other" && site.sets !== "unknown")
    return `**\`setsockopt(${site.sets})\`**`;
  return `**\`${site.label}\`**`;
}

/** The system calls, headed by where they are made. */
function sequence(site: Site, context: RuleContext<object>): string[] {
  const { environment } = context;
  const platform =
    (["linux", "darwin", "win32"] as const).find((each) => environment.platforms.value.includes(each)) ?? "linux";
  const { oldest, newest } = admittedVersions(environment);
  const at = (version: string | undefined) => steps(site, context, platform, version);
  const lines = at(newest);
  if (lines.length === 0) return [];
  const name = RUNTIMES[environment.runtime];
  const former = oldest === undefined ? lines : at(oldest);
  return [
    "",
    `${name}${newest === undefined ? "" : ` ${newest.split(".")[0]}`} on ${PLATFORM_NAMES[platform]}:`,
    "```c",
    ...lines,
    "```",
    ...(former.join() === lines.join() || former.length === 0
      ? []
      : [
          `${name} ${oldest}, which ${environment.node?.by} admits: ${former.filter((each) => !lines.includes(each)).length === 0 ? `without \`${lines.filter((each) => !former.includes(each)).join("`, `")}\`` : `\`${former.join("; ")}\``}.`,
        ]),
  ];
}

function steps(site: Site, context: RuleContext<object>, platform: Platform, version: string | undefined): string[] {
  const call = siteToSocketCall(site, context, platform);
  return call
    ? renderSyscalls(
        syscalls(call, { name: context.environment.runtime, ...(version !== undefined && { version }) }, platform),
      )
    : [];
}

function consequenceLines(
  { secondProcess, restart, elsewhere, exhausted }: Consequences,
  { environment }: RuleContext<object>,
): string[] {
  const away = environment.platforms.value.some((each) => each !== "linux" && each !== "android")
    ? (elsewhere ?? [])
    : [];
  const rows: [string, readonly FactId[]][] = [
    ["A second process", secondProcess ? [secondProcess] : []],
    ["Restart", restart ? [restart] : []],
    ["macOS and Windows", away],
    ["When ports run out", exhausted ? [exhausted] : []],
  ];
  return rows.flatMap(([label, ids]) => (ids.length > 0 ? [`- **${label}**: ${ids.map(summary).join(" ")}`] : []));
}

function summary(id: FactId): string {
  return codeWords(fact(id).summary);
}

function machine(settings: HoverSettings): string[] {
  return settings.parts.machine && settings.machine ? ["", ...machineLines(settings.machine)] : [];
}

/** The same without Markdown's signs. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, "")
    .replace(/\*\*|`/g, "")
    .replace(/(?<!\w)\*([^*\n]+)\*(?!\w)/g, "$1")
    .replace(/\[([^\]\n]+)\]\(([^)\n]+)\)/g, "$1: $2");
}
