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
  const [first] = proven.length > 0 ? proven : starts;
  if (!first) return [];
  const shown = ({ path, line }: NonNullable<Start["at"]>) =>
    path === filename ? `line ${line}` : `\`${printableInCode(lastName(path))}:${line}\``;
  return [`*${first.proven ? "Runs as" : "May run as"}*: ${startedWords({ ...first, proven: true }, shown)}.`];
};

/** Not the one process that everything is without a launch. */
function isTelling({ kind, count }: Start): boolean {
  return count !== 1 || (kind !== "process" && kind !== "pm2-fork");
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
