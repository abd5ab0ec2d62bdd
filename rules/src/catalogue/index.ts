import { createCatalogue, type Catalogue } from "./catalogue.ts";
import { handlerModules, isLoaded, loaders, makesHandler, type Loader } from "./loaders.ts";
import { nonServers, nonServerWords } from "./non-servers.ts";
import { packages } from "./packages.ts";
import { portFinders } from "./port-finders.ts";
import { quietPackages } from "./quiet-packages.ts";
import type { Entry, Package } from "./types.ts";

export { handlerModules, isLoaded, loaders, makesHandler, nonServerWords, packages, type Loader };

let inUse = createCatalogue(packages);

/** The catalogue that everything is looked up in. */
export function catalogue(): Catalogue {
  return inUse;
}

/**
 * Runs something with more packages in the catalogue than ours. What is computed of a file is kept with the file, so whatever is to
 * know the packages has to be parsed in here.
 */
export function withPackages<Result>(extra: readonly Package[], run: () => Result): Result {
  const before = inUse;
  inUse = createCatalogue([...before.packages, ...extra]);
  try {
    return run();
  } finally {
    inUse = before;
  }
}

export const isCallName = (name: string): boolean => inUse.isCallName(name);
export const opensPorts = (name: string): boolean => inUse.opensPorts(name);
export const namesModule = (text: string): boolean => inUse.namesModule(text);
export const canonicalModule = (specifier: string): string => inUse.canonicalModule(specifier);
export const entryAt = (key: string): Entry | undefined => inUse.entryAt(key);
export const canonicalKey = (key: string): string => inUse.canonicalKey(key);
export const memberAt = (type: string, name: string): Entry | undefined => inUse.memberAt(type, name);
export const isA = (type: string, ancestor: string): boolean => inUse.isA(type, ancestor);
export const areRelated = (a: string, b: string): boolean => inUse.areRelated(a, b);
export const areNamesakes = (a: string, b: string): boolean => inUse.areNamesakes(a, b);
export const isKnownModule = (specifier: string): boolean => inUse.isKnownModule(specifier);
export const hasMember = (path: string, name: string): boolean => inUse.hasMember(path, name);
export const mayReachC = (text: string): boolean => inUse.mayReachC(text);
export const globalPath = (name: string): string | undefined => inUse.globalPath(name);

export const isNonServer = (module: string): boolean => lists(nonServers, module);
export const isPortFinder = (module: string): boolean => lists(portFinders, module);

function lists(list: readonly (string | RegExp)[], module: string): boolean {
  return list.some((each) => (typeof each === "string" ? each === module : each.test(module)));
}

/** Whether a package is known to leave the signals of the process alone. */
export function listensToNoSignal(module: string): boolean {
  return quietPackages.has(module);
}
