import type { SourceFile } from "../analysis/source.ts";
import type { Environment } from "../environment.ts";
import type { FileSites, Site } from "../sockets/site.ts";
import type { ProcessFacts } from "./index.ts";
import type { Run } from "./run.ts";

/** What is known around a site; RuleContext is one. */
export interface Surroundings {
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
  runs(site: Site): readonly Run[];
  /** The other files of the same programs that may open ports; none where the project is not looked at. */
  companions(): readonly SourceFile[];
}
