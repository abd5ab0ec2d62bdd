import { writesClientOption } from "../prefilter/client-text.ts";
import { leadsTo } from "./leading.ts";
import type { Modules } from "./modules.ts";

/** What a module may load that is none of the modules of its project: data, and code that a build has made. */
const OUTSIDE = /\.json$|(?:^|[\\/])(?:dist|build|out|vendor|tmp|coverage)(?:[\\/]|$)/;
const MANIFEST = /(?:^|[\\/])package\.json$/;

/** Whether another module of the project, or something that one of them loads, writes an option that rules ask clients for. */
export function othersSetOptions(modules: Modules, path: string): boolean {
  // Of what loads a module that is none of the project's nothing is known.
  if (!modules.all().has(path)) return true;
  for (const [from, { writesClientOption: writes, specifiers }] of modules.all())
    if ((writes && from !== path) || specifiers.some((each) => OUTSIDE.test(each) && isSetIn(each, from))) return true;
  return false;

  function isSetIn(specifier: string, from: string): boolean {
    const { resolver } = modules.project;
    const other = MANIFEST.test(specifier) ? null : leadsTo(resolver, specifier, from);
    return other !== null && other !== path && writesClientOption(resolver.files.read(other) ?? "");
  }
}
