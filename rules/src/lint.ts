import { catalogue } from "./catalogue/index.ts";
import type { Package } from "./catalogue/types.ts";
import { processOf } from "./process/index.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { environmentOf, isTestFile, type SettingsSources } from "./settings.ts";
import { sitesOf } from "./sockets/collect.ts";
import type { SourceFile } from "./analysis/source.ts";

/** A file with what its host knows about it. */
export interface Input {
  file: SourceFile;
  /** Path below the working directory, with forward slashes. */
  path: string;
  settings: SettingsSources;
}

const prefilters = new WeakMap<readonly Package[], RegExp>();

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

/** Whether a text can hold a site at all. A file without a trigger is never parsed. */
export function mayHaveSites(text: string): boolean {
  const { packages } = catalogue();
  let prefilter = prefilters.get(packages);
  if (!prefilter) prefilters.set(packages, (prefilter = prefilterOf(packages)));
  return prefilter.test(text);
}

/** Whether anything is looked for in a file: not in declarations, which call nothing, and not in tests. */
export function isChecked(path: string, settings: SettingsSources): boolean {
  return !isDeclaration(path) && !isTestFile(path, settings);
}

/** Whether a file holds nothing but declarations. */
export function isDeclaration(path: string): boolean {
  return /ts$/i.test(path) && /\.d\.(?:\w+\.)?[cm]?ts$/i.test(path);
}

const checked = new WeakMap<Input, boolean>();

/** What one rule finds in a file, in source order. Everything below the rules is computed once a file. */
export function check<Options extends object>(rule: Rule<Options>, input: Input, options: Options): Finding[] {
  let wanted = checked.get(input);
  if (wanted === undefined) checked.set(input, (wanted = isChecked(input.path, input.settings)));
  if (!wanted) return [];
  const context = contextOf(input, options);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const site of context.sites.sites) {
    if (context.process.isProbe(site)) continue;
    const found = rule.check(site, context);
    for (const finding of found === null
      ? []
      : Array.isArray(found)
        ? (found as readonly Finding[])
        : [found as Finding]) {
      const key = `${finding.messageId} ${finding.at.range.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding);
    }
  }
  return findings.sort((a, b) => a.at.range[0] - b.at.range[0]);
}

const contexts = new WeakMap<Input, Pick<RuleContext<object>, "file" | "sites" | "process" | "environment">>();

/** What rules, hovers and code actions read. */
export function contextOf<Options extends object>(input: Input, options: Options): RuleContext<Options> {
  let common = contexts.get(input);
  if (!common) {
    const sites = sitesOf(input.file);
    const environment = environmentOf(input.file, input.settings);
    contexts.set(
      input,
      (common = { file: input.file, sites, environment, process: processOf(sites, input.path, environment.runtime) }),
    );
  }
  return { ...common, typescript: /\.[cm]?tsx?$/.test(input.path), options };
}
