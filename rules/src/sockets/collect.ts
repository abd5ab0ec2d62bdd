import { nameOf, unwrap, type Call } from "../analysis/ast.ts";
import { UNKNOWN, optionIn } from "../analysis/options.ts";
import { alone, fileOf, indexOf, perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { isCallName } from "../catalogue/index.ts";
import { readings } from "./arguments.ts";
import { callSite } from "./call-site.ts";
import type { Operation } from "../catalogue/types.ts";
import { reachesPackages } from "./known-packages.ts";
import { rawSites } from "./raw/sites.ts";
import { markRepeated } from "./retries.ts";
import { CLIENT_CLASS, shapedSites } from "./shapes.ts";
import type { ApiSite, CallSite, FileSites, Site } from "./site.ts";
import { usesIn } from "./uses.ts";
import { borrowed } from "../analysis/borrowed.ts";
import { calleeOf, type Callee } from "../analysis/calls.ts";
import { lookedFor, mayComeFromElsewhere } from "./from-elsewhere.ts";
import { thisHost } from "../analysis/classes.ts";
import { escapes } from "../analysis/escape.ts";
import type { OptionsObject } from "../analysis/options-objects.ts";

/** All sites of a file, computed once. */
export const sitesOf: (file: SourceFile) => FileSites = perFile(collect);

function collect(file: SourceFile): FileSites {
  const known = reachesPackages(file);
  const local = file.text.includes("localAddress");
  const called = indexOf(file).calls.flatMap((call) => sitesAt(call, known, local));
  const sites: Site[] = [...called, ...(known || indexOf(file).modules.size > 0 ? rawSites(file) : [])];
  sites.sort((a, b) => a.name.range[0] - b.name.range[0]);
  markRepeated(sites);
  return {
    file,
    sites,
    uses: usesIn(file),
    creation: (site) =>
      called.find((each) => each.op === "create" && each.origins.some((origin) => site.origins.includes(origin))) ??
      null,
    escapes: (origins) => escapes(file, origins),
  };
}

/** The site of a call that somebody points at, and which is no site for the rules: other files are parsed for it, whatever it is called. */
export function siteBehind(call: Call): CallSite | undefined {
  const found = calleeAnywhere(call);
  return (found && apiSitesOf(call, found, true)?.[0]) ?? undefined;
}

/** One site for each form that the call can take; none where it is not a socket operation. */
function sitesAt(call: Call, known: boolean, local: boolean): CallSite[] {
  const callee = unwrap(call.callee);
  const lent = borrowed(call);
  if (lent) return known && isCallName(nameOf(lent.method) ?? "default") ? (apiSites(call, known) ?? []) : [];
  if (callee.type === "MemberExpression") {
    const name = nameOf(callee);
    if (!isCallName(name ?? "default") && !CLIENT_CLASS.test(name ?? "")) return [];
  }
  return apiSites(call, known) ?? shapedSites(call, local);
}

/** The row of what is called. Other files are parsed for it where this one does not show what it is, and they might. */
function rowOf(call: Call, known: boolean): Callee | null {
  const own = known ? alone(() => calleeOf(call)) : null;
  return own || !mayComeFromElsewhere(call) ? own : calleeAnywhere(call);
}

/** A function or class of this file is no call of the catalogue, and no other file has to say so. */
function calleeAnywhere(call: Call): Callee | null {
  return alone(() => resolve(call.callee))?.kind === "local" ? null : calleeOf(call);
}

/** Null where the catalogue has no row for what is called. */
function apiSites(call: Call, known: boolean): ApiSite[] | null {
  const found = rowOf(call, known);
  return found && apiSitesOf(call, found);
}

/** `everywhere`: what other files say of a client's options is wanted whatever it is. */
function apiSitesOf(call: Call, found: Callee, everywhere = false): ApiSite[] | null {
  const operation = found.entry.does;
  if (!operation) return null;
  const isSuper = call.callee.type === "Super";
  if (operation.newOnly && call.type !== "NewExpression" && !isSuper) return [];
  const host = isSuper ? thisHost(call.callee) : null;
  const makes = call.type === "NewExpression" || operation.op === "create" || found.entry.returns !== "this";
  const created = isSuper ? (host ? [host] : []) : makes ? [call] : [];
  const origins = found.receiver ? found.receiver.origins : created;
  const kind = { kind: "api", api: found.key } as const;
  const read = () => readings(call, operation);
  return (operation.op === "connect" && !everywhere ? lookedFor(fileOf(call), read) : read())
    .filter(({ options }) => opensPort(operation, options, call))
    .map((reading) => callSite(kind, call, operation, origins, reading));
}

/** Whether an operation that opens a port for some kinds of transport alone does so here. */
function opensPort({ onlyWith }: Operation, options: OptionsObject | null, call: Call): boolean {
  if (!onlyWith) return true;
  const read = (name: string) => (options ? optionIn(fileOf(call), options, [name], call) : UNKNOWN);
  if (onlyWith.unless?.some((name) => read(name).state !== "absent")) return false;
  const option = read(onlyWith.option);
  const value = option.node && resolve(option.node);
  return option.state === "absent" || (value?.kind === "path" && onlyWith.paths.includes(value.path));
}
