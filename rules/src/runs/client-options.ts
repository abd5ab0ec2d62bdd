import { writesClientOption } from "../prefilter/client-text.ts";
import { leadsTo } from "./leading.ts";
import type { Found } from "./looking.ts";
import type { Modules } from "./modules.ts";
import { specifiersIn } from "./scan.ts";

/** As many modules are looked at for one that is none of the project's. */
const MOST_BELOW = 100;

/**
 * Whether another module of the project than this one, or something that one of them loads, writes an option that rules ask
 * clients for. All modules are gone through once after a change.
 */
export function optionSettersOf(modules: Modules): (path: string) => Found<boolean> {
  const { resolver } = modules.project;
  let version: number | null = null;
  let setters: ReadonlySet<string> = new Set();

  function find(): Set<string> {
    const found = new Set<string>();
    for (const [from, { writesClientOption: writes, outside }] of modules.all()) {
      if (writes) found.add(from);
      for (const each of outside) {
        const other = leadsTo(resolver, each, from);
        if (other !== null && writesClientOption(resolver.files.read(other) ?? "")) found.add(other);
      }
    }
    return found;
  }
  function isSetElsewhere(path: string): boolean {
    modules.refresh();
    if (!modules.all().has(path)) return isSetBelow(modules, path);
    if (version !== resolver.files.version()) {
      version = resolver.files.version();
      setters = find();
    }
    return setters.size > (setters.has(path) ? 1 : 0);
  }
  return (path) => {
    const value = isSetElsewhere(path);
    return { value, files: [], stands: () => isSetElsewhere(path) === value };
  };
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
