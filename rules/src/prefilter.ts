import { catalogue } from "./catalogue/index.ts";
import { servedExports } from "./catalogue/served-exports.ts";
import type { Package } from "./catalogue/types.ts";
import { mayServeObject } from "./served-text.ts";

/** Two expressions for each set of packages; apart from tests there is one set. */
const prefilters = new WeakMap<readonly Package[], Filters>();

interface Filters {
  sites: RegExp;
  applications: RegExp | null;
  agents: RegExp | null;
  /** Calls that connect, and the modules that they are imported from. */
  connectors: { calls: RegExp; modules: RegExp };
}

function prefilterOf(packages: readonly Package[]): RegExp {
  const triggers = [...new Set([...packages.flatMap((each) => each.triggers), "setsockopt"])];
  const namespaces = packages.flatMap((each) =>
    Object.entries(each.globals ?? {}).flatMap(([name, path]) => (each.modules.includes(path) ? [name] : [])),
  );
  return new RegExp(
    [
      `\\b(?:${named(triggers, "").join("|")})\\b`,
      ...named(triggers, ".").map(member),
      ...named(triggers, "=").map(written),
      imported(named(triggers, '"')),
      aliased(namespaces),
    ].join("|"),
  );
}

/** The triggers of one kind, without the mark of that kind: see Package.triggers. */
function named(triggers: readonly string[], mark: string): string[] {
  const own = triggers.filter((each) => (/^[.="]/.exec(each)?.[0] ?? "") === mark);
  return own.map((each) =>
    each
      .replace(/^[.="]|"$/g, "")
      .replace(/[*+?^${}()|[\]\\]/g, "\\$&")
      .replace(".", "\\s*\\??\\.\\s*"),
  );
}

function member(name: string): string {
  return `\\.\\s*#?${name}\\b`;
}

/** Anything but a look at a property: a key, a shorthand, an assignment of any kind. */
function written(name: string): string {
  return `(?<!\\.\\s*)\\b${name}\\b|\\.\\s*${name}\\s*(?:/\\*.*?\\*/\\s*)?!?\\s*(?:\\?\\?|\\|\\||&&)?=(?!=)`;
}

/**
 * A module's name after `from` or `import`, or given to a function: `require`, however it is called, is one, and a method as in
 * `protocol.startsWith("ws")` is none. What stands before the name is looked at last, for names are rarer than calls.
 */
function imported(modules: readonly string[]): string {
  const before =
    "(?:\\bfrom|\\bimport|(?:(?<![.\\w$])[\\w$]+|\\brequire|\\bgetBuiltinModule|\\))\\s*\\()\\s*(?:/\\*.*?\\*/\\s*)*";
  return `["'\`](?:node:)?(?:${modules.join("|")})["'\`](?<=${before}["'\`][^"'\`]*["'\`])`;
}

/** A namespace that is global, under another name or taken apart: `const { serve } = Bun`, `{ Deno } = globalThis`. */
function aliased(names: readonly string[]): string {
  return `\\b(?:${names.join("|")})\\b(?!\\s*\\??\\.)(?<==\\s*(?:[\\w$() ]+\\??\\.\\s*)?\\w+)|\\bglobal(?:This)?\\b(?<=\\}\\s*=\\s*\\w+)`;
}

/** The modules whose applications may have an 'error' handler that waits for a server's errors. */
function applicationsOf(packages: readonly Package[]): RegExp | null {
  const modules = packages.flatMap(({ modules, entries }) => {
    const types = Object.keys(entries).filter((key) => entries[key]?.appErrors !== undefined);
    return modules.filter((each) => types.some((key) => key.startsWith(`${each}.`)));
  });
  return modules.length === 0 ? null : new RegExp(imported(modules));
}

/** The modules whose agents keep connections, or which can do without one. */
function agentsOf(packages: readonly Package[]): RegExp | null {
  const modules = packages
    .filter(({ entries }) => Object.values(entries).some(({ does }) => does?.keepsConnections ?? does?.withoutAgent))
    .flatMap((each) => each.modules);
  return modules.length === 0 ? null : new RegExp(imported(modules));
}

/** Calls that connect with options, or a part of them, that stand somewhere else: by name, or spread. */
function connectorsOf(packages: readonly Package[]): Filters["connectors"] {
  const calls = packages
    .filter(({ triggers }) => triggers.includes("=localPort"))
    .flatMap(({ entries }) => Object.entries(entries).filter(([, { does }]) => does?.op === "connect"))
    .flatMap(([key]) => [/^(\w+)\.(\w+)$/.exec(key) ?? []].filter((each) => each.length > 0));
  const modules = [...new Set(calls.map((each) => each[1] as string))];
  const names = [...new Set(calls.map((each) => each[2] as string))].join("|");
  const callee = `(?<![\\w$.])(?:(?:${modules.join("|")})(?:_?\\d+)?\\s*\\.\\s*)?(?:${names})\\)?\\s*\\(\\s*`;
  const spread = `\\{(?:\\s*[\\w$]+(?:\\s*:\\s*[\\w$."']+)?\\s*,)*\\s*\\.\\.\\.|Object\\s*\\.\\s*assign\\b`;
  const named = "(?!(?:function|async|new)\\b)[A-Za-z_$][\\w$.]*\\s*[,)]";
  return {
    calls: new RegExp(`${callee}(?:[\\w$.]+\\s*,\\s*)?(?:${spread}|${named})`),
    modules: new RegExp(imported(modules)),
  };
}

/** `socket.bind(5000)`, of a datagram socket that another module has made. Functions are bound to objects by their names. */
const BINDS = /\.\s*bind\s*\(\s*(?:\d|\{|[\w$.]*port\b)/i;

/** A module of the same project is loaded. */
const LOADS_OTHERS = /["'`](?:\.{1,2}\/|[#@~])/;

/** An agent that is made, or none that is asked for: see sockets/own-agents.ts. */
const MAKES_AGENT = /\bnew\s+(?:[\w$]+\s*\.\s*)*\w*(?:Agent|Pool|Client)\b|\bagent["']?\s*:\s*false\b/;

/** The words of a handler that needs no site beside it: see sockets/handlers.ts. */
const WAITS_FOR_ERROR = /\b(?:on|once|(?:add|prepend|prependOnce)Listener)\s*\(\s*["'`]error["'`]/;

/** An export of an application that has a method that a runtime serves: see sockets/served-exports.ts. */
const EXPORTS = /\bexport\s+default\b|\bas\s+default\b|\bmodule\s*\.\s*exports\s*=|\bexport\s*=/;

/** What only some rules look for, also in files that hold nothing else. */
export type Trigger = "handlers" | "agents";

const TRIGGERS: readonly Trigger[] = ["handlers", "agents"];

function filters(): Filters {
  const { packages } = catalogue();
  let found = prefilters.get(packages);
  if (!found)
    prefilters.set(
      packages,
      (found = {
        sites: prefilterOf(packages),
        applications: applicationsOf(packages),
        agents: agentsOf(packages),
        connectors: connectorsOf(packages),
      }),
    );
  return found;
}

/** Whether a text can hold a site or a handler at all. A file without a trigger is never parsed. */
export function mayHaveSites(text: string): boolean {
  return mayConcern(text, TRIGGERS);
}

/** The same for rules that look for these beside what all of them look for. */
export function mayConcern(text: string, triggers: readonly Trigger[]): boolean {
  const { sites, applications, agents, connectors } = filters();
  return (
    sites.test(text) ||
    mayServeObject(text) ||
    (servedExports.modules.test(text) && EXPORTS.test(text)) ||
    (applications !== null && triggers.includes("handlers") && applications.test(text) && WAITS_FOR_ERROR.test(text)) ||
    (agents !== null && triggers.includes("agents") && MAKES_AGENT.test(text) && agents.test(text)) ||
    // What makes it a site may be written in another module.
    (LOADS_OTHERS.test(text) && (BINDS.test(text) || (connectors.calls.test(text) && connectors.modules.test(text))))
  );
}
