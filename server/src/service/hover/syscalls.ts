import { isCluster } from "../../../../rules/src/process/run.ts";
import type { Site } from "../../../../rules/src/sockets/site.ts";
import {
  renderSyscalls,
  syscalls as stepsOf,
  taken,
  type Platform,
  type SocketCall,
} from "../../../../rules/src/syscalls/index.ts";
import { implicitBind, siteToSocketCall } from "../../../../rules/src/syscalls/socket-call.ts";
import { defectOf } from "../consequences/index.ts";
import type { DocumentContext } from "../document.ts";
import { admittedVersions } from "../node-versions.ts";
import { printableCall } from "./printable-call.ts";
import type { HoverPart } from "./part.ts";
import type { Target } from "../targets.ts";

const RUNTIMES = { node: "Node.js", bun: "Bun", deno: "Deno" } as const;
const PLATFORM_NAMES = { linux: "Linux", darwin: "macOS", win32: "Windows" } as const;

/** The system calls that a site ends in. */
export const syscalls: HoverPart = ({ target, context, settings }) =>
  settings.parts.syscalls && (target.kind === "use" || (target.kind === "site" && !throwsFirst(target.site, context)))
    ? sequence((platform) => callOf(target, context, platform), context)
    : [];

/** The runtime refuses the call before it makes a system call. */
function throwsFirst(site: Site, context: DocumentContext): boolean {
  return defectOf(site, context)?.throws === true;
}

/** The system calls, headed by where they are made. */
function sequence(callOn: (platform: Platform) => SocketCall | null, context: DocumentContext): string[] {
  const { environment } = context;
  const platform =
    (["linux", "darwin", "win32"] as const).find((each) => environment.platforms.value.includes(each)) ?? "linux";
  const { oldest, newest } = admittedVersions(environment);
  const at = (version: string | undefined) => steps(callOn(platform), context, platform, version);
  const lines = at(newest);
  if (lines.length === 0) return [];
  const name = RUNTIMES[environment.runtime];
  const former = oldest === undefined ? lines : at(oldest);
  return [
    `${name}${newest === undefined ? "" : ` ${newest.split(".")[0]}`} on ${PLATFORM_NAMES[platform]}:`,
    "```",
    ...lines,
    "```",
    ...(former.join() === lines.join() || former.length === 0
      ? []
      : [`${name} ${oldest}, which ${environment.node?.by} admits${difference(former, lines)}.`]),
  ];
}

/** What an older version does, as the end of a sentence: what it leaves out, else all of it. */
function difference(former: readonly string[], lines: readonly string[]): string {
  const where = inPrimary(former) && !inPrimary(lines) ? ", in the primary" : "";
  const [before, now] = [former.map(call), lines.map(call)];
  const calls = before.every((each) => now.includes(each))
    ? `without \`${now.filter((each) => !before.includes(each)).join("`, `")}\``
    : `\`${(where === "" ? former : before).join("; ")}\``;
  return `${where}: ${calls}`;
}

function inPrimary(lines: readonly string[]): boolean {
  return lines.every((each) => each.startsWith("primary: "));
}

/** A call without whose it is. */
function call(line: string): string {
  return line.replace(/^(?:primary|worker): /, "");
}

/** The same without what the newest version that the project admits drops. */
export function takenCallOf(target: Target, context: DocumentContext, platform: Platform): SocketCall | null {
  const call = callOf(target, context, platform);
  const { newest } = admittedVersions(context.environment);
  return call && taken(call, { name: context.environment.runtime, ...(newest !== undefined && { version: newest }) });
}

/** What the target asks of the runtime on a platform. */
function callOf(target: Target, context: DocumentContext, platform: Platform): SocketCall | null {
  const call =
    target.kind === "site"
      ? ofSite(target.site, context, platform)
      : target.kind === "use"
        ? implicitBind(target.site, target.use, context, platform)
        : null;
  return call && printableCall(call);
}

function ofSite(site: Site, context: DocumentContext, platform: Platform): SocketCall | null {
  const call = siteToSocketCall(site, context, platform);
  if (!call || call.op === "connect" || call.clusterRole !== undefined || !isWorkerOfOthers(site, context)) return call;
  return { ...call, clusterRole: "worker" };
}

/** Whether other files start what runs the site, and all of them as cluster workers. */
function isWorkerOfOthers(site: Site, { everyRun, process }: DocumentContext): boolean {
  const runs = everyRun(site);
  return (
    process.starts.length === 0 &&
    runs.some(({ certainty }) => certainty === "proven") &&
    runs.every(({ kind }) => isCluster(kind))
  );
}

function steps(
  call: SocketCall | null,
  context: DocumentContext,
  platform: Platform,
  version: string | undefined,
): string[] {
  return call
    ? renderSyscalls(
        stepsOf(call, { name: context.environment.runtime, ...(version !== undefined && { version }) }, platform),
      )
    : [];
}
