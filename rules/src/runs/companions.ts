import type { Node } from "../analysis/ast.ts";
import type { Importers } from "./importers.ts";
import { rootsOf } from "./entries.ts";
import { leadingTo } from "./leading.ts";
import { lookInto, type Found } from "./looking.ts";
import type { Modules } from "./modules.ts";
import type { Scanned } from "./scan.ts";

/** More modules that open ports than this are not compared with each other. */
const MOST = 100;

/** By what asks: whether a text is accepted, which is asked once for each text. */
const accepted = new WeakMap<(text: string) => boolean, WeakMap<Scanned, boolean>>();

/** The other modules of the programs that a module belongs to, of those whose text is accepted; none where they are too many. */
export function companionsOf(
  modules: Modules,
  importers: Importers,
  path: string,
  accepts: (text: string) => boolean,
): string[] {
  let known = accepted.get(accepts);
  if (!known) accepted.set(accepts, (known = new WeakMap()));
  const { files } = modules.project.resolver;
  const roots = new Set(rootsOf(path, importers));
  const found: string[] = [];
  for (const [each, scanned] of modules.all()) {
    let fits = known.get(scanned);
    if (fits === undefined) known.set(scanned, (fits = accepts(files.read(each) ?? "")));
    if (!fits || each === path || !rootsOf(each, importers).some((root) => roots.has(root))) continue;
    if (found.push(each) > MOST) return [];
  }
  return found;
}

/** The only place that loads a module; null where there is none, or more, or where one may lead elsewhere. */
export function onlyLoadOf(modules: Modules, importers: Importers, path: string): Found<Node | null> {
  const look = lookInto(modules);
  return look.found(onlyLoad());

  function onlyLoad(): Node | null {
    let only: Node | null = null;
    for (const from of importers.of(path)) {
      const file = look.parsed(from);
      if (!file) return null;
      for (const { load, sure } of leadingTo(modules.project.resolver, file, path, from)) {
        if (!sure || only) return null;
        only = load.node;
      }
    }
    return only;
  }
}
