import { writesClientOption } from "../prefilter/client-text.ts";
import { leadsTo } from "./leading.ts";
import type { Modules } from "./modules.ts";
import { specifiersIn } from "./scan.ts";

/** What a module may load that is none of the modules of its project: data, and code that a build has made. */
const OUTSIDE = /\.json$|(?:^|[\\/])(?:dist|build|out|vendor|tmp|coverage)(?:[\\/]|$)/;
const MANIFEST = /(?:^|[\\/])package\.json$/;

/** As many modules are looked at for one that is none of the project's. */
const MOST_BELOW = 100;

/** Whether another module of the project, or something that one of them loads, writes an option that rules ask clients for. */
export function othersSetOptions(modules: Modules, path: string): boolean {
  if (!modules.all().has(path)) return isSetBelow(modules, path);
  for (const [from, { writesClientOption: writes, specifiers }] of modules.all())
    if ((writes && from !== path) || specifiers.some((each) => OUTSIDE.test(each) && isSetIn(each, from))) return true;
  return false;

  function isSetIn(specifier: string, from: string): boolean {
    const { resolver } = modules.project;
    const other = MANIFEST.test(specifier) ? null : leadsTo(resolver, specifier, from);
    return other !== null && other !== path && writesClientOption(resolver.files.read(other) ?? "");
  }
}

/** What a build has made is loaded by nobody who is looked at: only what it loads itself can set something. */
function isSetBelow({ project: { resolver } }: Modules, path: string): boolean {
  const all = new Set([path]);
  for (const each of all) {
    const text = resolver.files.read(each) ?? "";
    if (all.size > MOST_BELOW || (each !== path && writesClientOption(text))) return true;
    for (const specifier of specifiersIn(text)) {
      const other = leadsTo(resolver, specifier, each);
      if (other !== null) all.add(other);
    }
  }
  return false;
}
