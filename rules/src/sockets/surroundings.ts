import type { Environment } from "../environment.ts";
import type { ProcessFacts } from "../process/index.ts";
import type { FileSites } from "./site.ts";

/** What is known around a site; RuleContext is one. */
export interface Surroundings {
  sites: FileSites;
  process: ProcessFacts;
  environment: Environment;
}
