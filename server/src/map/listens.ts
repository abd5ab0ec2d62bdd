import { contextOf, isChecked, type FileContext, type FileInProgram } from "../../../rules/src/lint.ts";
import type { SettingsSources } from "../../../rules/src/settings.ts";
import type { Site } from "../../../rules/src/sockets/site.ts";
import { directivesOf } from "../lint/directives.ts";
import { parseFile } from "../lint/parse.ts";
import { conflictsOf } from "./conflicts.ts";
import { hostOf } from "./host.ts";
import type { Listen } from "./model.ts";
import { portOf } from "./port.ts";
import { sharingOf } from "./sharing.ts";
import { placeIn, startsOf } from "./starts.ts";

/** A file of a project, as hosts know it. */
export interface MappedFile {
  /** Without its byte order mark. */
  text: string;
  /** Below the folder, with forward slashes; its extension tells the language. */
  path: string;
  settings: SettingsSources;
  program: FileInProgram;
}

/**
 * All listens of a file that `mayHaveSites`; none in tests and declarations.
 * @throws ParseError
 */
export function listensIn({ text, path, settings, program }: MappedFile): Listen[] {
  if (!isChecked(path, settings)) return [];
  const file = parseFile(text, path);
  const context = contextOf({ file, path, settings, program });
  const directives = directivesOf(file);
  const rule = { ...context, options: {} };
  const seen = new Set<string>();
  return context.sites.sites.flatMap((site): Listen[] => {
    if (!opens(site, context)) return [];
    const port = portOf(site);
    const shown = `${site.label} ${port.text ?? port.number}`;
    const inCall = `${site.call.range.join()} ${shown}`;
    // A call that may be read in two ways, and one that tries again after a failure.
    if (seen.has(inCall) || (site.kind !== "raw" && site.repeated && seen.has(shown))) return [];
    seen.add(shown).add(inCall);
    const starts = startsOf(site, context.everyRun(site), rule, program.filename);
    const entries = starts.flatMap(({ entry }) => entry ?? []);
    return [
      {
        at: placeIn(program.filename, text, site.name.range),
        call: site.label,
        transport: port.kind === "path" ? "unix" : site.transport,
        port,
        host: hostOf(site, rule),
        sharing: sharingOf(site, starts, rule),
        starts,
        programs: [...new Set(entries.length > 0 ? entries : context.roots())],
        conflicts: conflictsOf(site, rule, directives, program.filename),
      },
    ];
  });
}

/** Whether a site opens something that others can reach: no probe, and nothing that a server or descriptor has open already. */
function opens(site: Site, { process, sites }: FileContext): boolean {
  if (process.isProbe(site)) return false;
  if (site.kind === "raw")
    return (
      site.op === "bind" &&
      (site.stream === false ||
        sites.sites.some((other) => other.kind === "raw" && other.op === "listen" && other.fd === site.fd))
    );
  if (site.op !== "listen" && site.op !== "bind") return false;
  switch (site.endpoint.kind) {
    case "port":
    case "ephemeral":
    case "ipc":
      return true;
    default:
      return site.kind === "api" && site.endpoint.kind === "unknown";
  }
}
