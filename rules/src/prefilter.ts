import { servedExports } from "./catalogue/served-exports.ts";
import type { Package } from "./catalogue/types.ts";
import { LOADS_OTHERS, clientModules, mayTakeOptions } from "./prefilter/client-text.ts";
import { agentModules, agentsOf } from "./prefilter/agent-text.ts";
import { imported, importedPlainly, member, named, perPackages, quoted, written } from "./prefilter/parts.ts";
import { mayServeObject, METHOD } from "./prefilter/served-text.ts";

interface Filters {
  /** Some of what each of the others asks for: nine of ten texts hold none of it, and are looked through once. */
  any: RegExp;
  sites: RegExp;
  applications: RegExp | null;
  agents: ReturnType<typeof agentsOf>;
}

function sitesIn(packages: readonly Package[]): string {
  const triggers = [...new Set([...packages.flatMap((each) => each.triggers), "setsockopt"])];
  const namespaces = packages.flatMap((each) =>
    Object.entries(each.globals ?? {}).flatMap(([name, path]) => (each.modules.includes(path) ? [name] : [])),
  );
  return [
    `\\b(?:${named(triggers, "").join("|")})\\b`,
    ...named(triggers, ".").map(member),
    ...named(triggers, "=").map(written),
    imported(named(triggers, '"')),
    aliased(namespaces),
  ].join("|");
}

/** A namespace that is global, under another name or taken apart: `const { serve } = Bun`, `{ Deno } = globalThis`. */
function aliased(names: readonly string[]): string {
  return `\\b(?:${names.join("|")})\\b(?!\\s*\\??\\.)(?<==(?:\\s*|[\\w$()\\s]+\\??\\.\\s*)\\w+)|\\bglobal(?:This)?\\b(?<=\\}\\s*=\\s*\\w+)`;
}

/** The modules whose applications may have an 'error' handler that waits for a server's errors. */
function applicationsOf(packages: readonly Package[]): string[] {
  return packages.flatMap(({ modules, entries }) => {
    const types = Object.keys(entries).filter((key) => entries[key]?.appErrors !== undefined);
    return modules.filter((each) => types.some((key) => key.startsWith(`${each}.`)));
  });
}

/** `socket.bind(5000)`, of a datagram socket that another module has made. Functions are bound to objects by their names. */
const BINDS = /\.\s*bind\s*\(\s*(?:\d|\{|[\w$.]*[pP][oO][rR][tT]\b)/;

/** The words of a handler that needs no site beside it: see sockets/handlers.ts. */
const WAITS_FOR_ERROR = /\b(?:on|once|(?:add|prepend|prependOnce)Listener)\s*\(\s*["'`]error["'`]/;

/** An export of an application that has a method that a runtime serves: see sockets/served-exports.ts. */
const EXPORTS = /\bexport\s+default\b|\bas\s+default\b|\bmodule\s*\.\s*exports\s*=|\bexport\s*=/;

/** What only some rules look for, also in files that hold nothing else. */
export type Trigger = "handlers" | "agents";

const TRIGGERS: readonly Trigger[] = ["handlers", "agents"];

const filters = perPackages((packages): Filters => {
  const sites = sitesIn(packages);
  const applications = applicationsOf(packages);
  const modules = [...applications, ...agentModules(packages), ...clientModules(packages)];
  return {
    any: new RegExp(
      [
        sites,
        METHOD.source,
        servedExports.modules.source,
        ...(modules.length > 0 ? [quoted([...new Set(modules)])] : []),
        // Without the dot, which is everywhere.
        BINDS.source.replace("\\.\\s*", "\\b"),
      ].join("|"),
    ),
    sites: new RegExp(sites),
    applications: applications.length === 0 ? null : new RegExp(importedPlainly(applications)),
    agents: agentsOf(packages),
  };
});

/** Whether a text can hold a site or a handler at all. A file without a trigger is never parsed. */
export function mayHaveSites(text: string): boolean {
  return filters().any.test(text) && (mayConcern(text, TRIGGERS) || mayTakeOptions(text));
}

/**
 * The same for rules that look for these beside what all of them look for. What `mayTakeOptions` is of no concern where
 * no other module writes such an option.
 */
export function mayConcern(text: string, triggers: readonly Trigger[]): boolean {
  const { sites, applications, agents } = filters();
  return (
    sites.test(text) ||
    mayServeObject(text) ||
    (servedExports.modules.test(text) && EXPORTS.test(text)) ||
    (applications !== null && triggers.includes("handlers") && applications.test(text) && WAITS_FOR_ERROR.test(text)) ||
    (agents !== null && triggers.includes("agents") && agents(text)) ||
    // Another module may have made the socket.
    (LOADS_OTHERS.test(text) && BINDS.test(text))
  );
}
