import { exchangesAgent } from "../prefilter/agent-text.ts";
import { writesClientOption } from "../prefilter/client-text.ts";
import { leadsTo } from "./leading.ts";
import type { Found } from "./looking.ts";
import type { Modules } from "./modules.ts";
import { specifiersIn, type Scanned } from "./scan.ts";

/** As many modules are looked at for one that is none of the project's. */
const MOST_BELOW = 100;

/**
 * Whether another module of the project than this one, or something that one of them loads, writes an option that rules ask
 * clients for.
 */
export function optionSettersOf(modules: Modules): (path: string) => Found<boolean> {
  return foundElsewhere(modules, ({ writesClientOption }) => writesClientOption, writesClientOption);
}

/** The same of what exchanges the agent of the whole program. */
export function agentExchangersOf(modules: Modules): (path: string) => Found<boolean> {
  return foundElsewhere(modules, ({ exchangesAgent }) => exchangesAgent, exchangesAgent);
}

/** `isIn`: what is known of a module, `writes`: its text. All modules are gone through once after a change. */
function foundElsewhere(
  modules: Modules,
  isIn: (module: Scanned) => boolean,
  writes: (text: string) => boolean,
): (path: string) => Found<boolean> {
  const { resolver } = modules.project;
  let version: number | null = null;
  let setters: ReadonlySet<string> = new Set();

  function find(): Set<string> {
    const found = new Set<string>();
    for (const [from, module] of modules.all()) {
      if (isIn(module)) found.add(from);
      for (const each of module.outside) {
        const other = leadsTo(resolver, each, from);
        if (other !== null && writes(resolver.files.read(other) ?? "")) found.add(other);
      }
    }
    return found;
  }
  function isSetElsewhere(path: string): boolean {
    modules.refresh();
    if (!modules.all().has(path)) return isSetBelow(modules, path, writes);
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
function isSetBelow({ project: { resolver } }: Modules, path: string, writes: (text: string) => boolean): boolean {
  const all = new Set([path]);
  for (const each of all) {
    const text = resolver.files.read(each) ?? "";
    if (all.size > MOST_BELOW || (each !== path && writes(text))) return true;
    for (const specifier of specifiersIn(text)) {
      const other = leadsTo(resolver, specifier, each);
      if (other !== null) all.add(other);
    }
  }
  return false;
}
