import { contains } from "../analysis/ast.ts";
import type { SourceFile } from "../analysis/source.ts";
import { isClosedIn } from "../sockets/closing.ts";
import { sitesOf } from "../sockets/collect.ts";
import { onSamePort } from "../sockets/collisions.ts";
import { meetingOf } from "../sockets/runs-together.ts";
import type { ApiSite, Site } from "../sockets/site.ts";
import { processOf } from "./index.ts";
import { sharesPorts } from "./run.ts";
import type { Surroundings } from "./surroundings.ts";

/** A listen or bind of another module on the same port, which runs in the same process whenever this one does. */
export interface Beside {
  site: ApiSite;
  around: Surroundings;
  /** It runs before this one. */
  isEarlier: boolean;
}

/** What the other modules of the program open on the port of a site, for certain, in the process that runs the site. */
export function besideOf(site: ApiSite, around: Surroundings, areOnOnePort = onSamePort): Beside[] {
  if (site.endpoint.kind !== "port" || dependsOnArguments(site)) return [];
  const found = around.companions().flatMap((file) =>
    sitesOf(file).sites.flatMap((other): Beside[] => {
      if (!isAlike(site, other) || !areOnOnePort(site, other) || dependsOnArguments(other)) return [];
      const meeting = meetingOf(other.call, site.call, [sitesOf(file), around.sites]);
      if (!meeting) return [];
      // What opens the port first has to keep it; that the other one is closed some day does not help.
      const first = meeting.inOrder ? other : site;
      if ([...meeting.files].some((each) => isClosedIn(each, first))) return [];
      return [{ site: other, around: aroundOf(file, around), isEarlier: meeting.inOrder }];
    }),
  );
  // Workers get the port from their primary, each time that they ask.
  return found.length > 0 && around.runs(site).some(({ kind }) => sharesPorts(kind)) ? [] : found;
}

function isAlike(site: ApiSite, other: Site): other is ApiSite {
  return (
    other.kind === "api" &&
    other.op === site.op &&
    other.transport === site.transport &&
    !other.repeated &&
    (other.origins.length === 0 || other.origins[0] !== site.origins[0])
  );
}

/** Only one form of the call is this site. */
function dependsOnArguments({ call, conditions }: ApiSite): boolean {
  return conditions.some(({ test }) => contains(call, test));
}

function aroundOf(file: SourceFile, around: Surroundings): Surroundings {
  const sites = sitesOf(file);
  const process = processOf(sites, file.path ?? "", around.environment.runtime);
  return { ...around, sites, process, companions: () => [] };
}
