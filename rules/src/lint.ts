import { obstacle, TooMany } from "./guarded.ts";
import { plainProblem, problemOf, type Problem } from "./problem.ts";
import { processOf } from "./process/index.ts";
import type { Run } from "./process/run.ts";
import { isKnownModule } from "./catalogue/index.ts";
import { namesOf } from "./program/dependencies.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { environmentOf, isTestFile, stated } from "./environment.ts";
import type { GivenLaunches } from "./runs/index.ts";
import type { Site } from "./sockets/site.ts";
import type { PackageJson, SettingsSources } from "./settings.ts";
import { sitesOf } from "./sockets/collect.ts";
import { withPathsOf } from "./sockets/path-beside-port.ts";
import { withServedExport } from "./sockets/served-exports.ts";
import { normalPath } from "./program/paths.ts";
import { handlersOf } from "./sockets/handlers.ts";
import { mayConcern, mayHaveSites } from "./prefilter.ts";
import { mayTakeOptions } from "./prefilter/client-text.ts";
import { perFile, type SourceFile } from "./analysis/source.ts";
import { connect, type FileInProgram } from "./connect.ts";
import { aliasesIn } from "./analysis/aliases.ts";

export type { FileInProgram } from "./connect.ts";

/** A file with what its host knows about it. */
export interface Input {
  file: SourceFile;
  /** Path below the working directory, with forward slashes. */
  path: string;
  settings: SettingsSources;
  /** The project around the file; absent where nothing beyond the file is looked at. */
  program?: FileInProgram | null;
}

/** A rule that is switched on. */
export interface EnabledRule {
  rule: Rule;
  severity: 1 | 2;
  /** All of them: those that nobody set have their default. */
  options: object;
}

/** Whether anything is looked for in a file: not in declarations, which call nothing, and not in tests. */
export function isChecked(path: string, settings: SettingsSources): boolean {
  return !isDeclaration(path) && !isTestFile(path, settings);
}

/** Whether a file holds nothing but declarations. */
export function isDeclaration(path: string): boolean {
  return /^ts$/i.test(path.slice(-2)) && /\.d\.(?:\w+\.)?[cm]?ts$/i.test(path);
}

/** Whether a text can hold anything that one of these rules speaks of; a comment in it may switch others on. */
export function isWorthLinting(
  input: Omit<Input, "file" | "path"> & { text: string },
  rules: readonly Rule[],
): boolean {
  const { text } = input;
  const triggers = rules.flatMap(({ meta }) => meta.trigger ?? []);
  if (/portreuse/.test(text) || mayConcern(text, triggers)) return true;
  const whole = mayTakeOptions(text) ? wholeProgram(input) : null;
  return whole !== null && whole.runs().othersSetOptions(whole.filename, null);
}

/** The project around a file, where it is known and nobody has switched off that it is looked at. */
function wholeProgram({ settings, program }: Pick<Input, "settings" | "program">): FileInProgram | null {
  return program && stated("program", settings)?.value !== false ? program : null;
}

/**
 * Shows every site and every handler of a file to every rule. The host has asked `isChecked` before.
 * Never throws for what the file holds: code that cannot be followed to the end is one problem, of the first rule that it stops.
 * @returns the problems of each rule, in source order
 */
export function lint(input: Input, enabled: readonly EnabledRule[]): Map<EnabledRule, Problem[]> {
  const runs = enabled.map((each): RuleRun => ({ each, findings: new Map(), obstacle: null }));
  const [first] = runs;
  if (first)
    guarded(first, () => {
      const names = new Set(enabled.map(({ rule }) => rule.name));
      const context = { ...contextOf(input), isOn: (rule: string) => names.has(rule) };
      // A property behind a spread costs many times what one before it does, and this is done for every rule and file.
      const shown = runs.map((run) => ({ run, own: { options: run.each.options, ...context } }));
      const show = (
        look: (rule: Rule, own: RuleContext<object>) => Finding | readonly Finding[] | null | undefined,
      ) => {
        for (const { run, own } of shown)
          if (run.obstacle === null) guarded(run, () => add(run, look(run.each.rule, own) ?? null));
      };
      const { length } = context.sites.sites;
      if (length > MOST_SITES)
        throw new TooMany(
          `${length} calls in it make or use sockets, and more than ${MOST_SITES} are not compared with one another`,
        );
      for (const site of context.sites.sites)
        if (!context.process.isProbe(site)) show((rule, own) => rule.check?.(site, own));
      if (enabled.some(({ rule }) => rule.checkHandler))
        for (const handler of handlersOf(context.file)) show((rule, own) => rule.checkHandler?.(handler, own));
    });
  // What keeps one rule from looking to the end mostly keeps them all: the first one says it.
  const stopped = runs.find((run) => run.obstacle !== null);
  return new Map(
    runs.map((run) => {
      const { rule, severity } = run.each;
      const findings = [...run.findings.values()].sort((a, b) => a.at.range[0] - b.at.range[0]);
      const problems = findings.map((finding) => problemOf(rule, finding, severity));
      if (run === stopped) problems.unshift(plainProblem(rule.name, severity, String(run.obstacle)));
      return [run.each, problems];
    }),
  );
}

/** Many calls are compared with every other one of their file; a thousand take up to two seconds. */
const MOST_SITES = 1000;

/** What one rule has found so far. */
interface RuleRun {
  each: EnabledRule;
  /** By message and place: two sites may lead to one finding, as `create` and `bind` of a socket do. */
  findings: Map<string, Finding>;
  /** What kept it from looking to the end. */
  obstacle: string | null;
}

function guarded(run: RuleRun, work: () => void): void {
  try {
    work();
  } catch (error) {
    run.obstacle = obstacle(error);
  }
}

function add({ findings }: RuleRun, found: Finding | readonly Finding[] | null): void {
  for (const finding of found === null ? [] : [found].flat()) {
    const key = `${finding.messageId} ${finding.at.range.join()}`;
    if (!findings.has(key)) findings.set(key, finding);
  }
}

const aliases = new WeakMap<PackageJson, ReadonlyMap<string, string>>();

/** Dependencies that package.json gives another name than the catalogue: `"uws": "github:uNetworking/uWebSockets.js#v20.52.0"`. */
function aliasesOf(pkg: PackageJson | null): ReadonlyMap<string, string> {
  const known = pkg && aliases.get(pkg);
  if (known || !pkg) return known ?? new Map();
  const written: [string, unknown][] = [pkg.dependencies, pkg.devDependencies].flatMap((each) =>
    Object.entries(each ?? {}),
  );
  const found = new Map(
    written.flatMap(([name, range]): [string, string][] => {
      // A range of versions, which most are, names nothing.
      const isOther = typeof range === "string" && /[:/]/.test(range);
      const real = isOther ? namesOf(name, range).find(isKnownModule) : undefined;
      return real === undefined || real === name ? [] : [[name, real]];
    }),
  );
  aliases.set(pkg, found);
  return found;
}

/** The launches that the host's settings state; those of package.json files are the project's own. */
function givenLaunches(filename: string, { path, settings }: Input): GivenLaunches | null {
  const set = stated("launches", { ...settings, package: null });
  return set && { folder: filename.slice(0, -path.length), launches: set.value };
}

/** Which files are tests, by the globs that count from the working directory. */
function testsIn(filename: string, { path, settings }: Input): (other: string) => boolean {
  const name = normalPath(filename).replaceAll("\\", "/");
  const folder = name.endsWith(path) ? name.slice(0, -path.length) : "";
  return (other) => {
    const shown = normalPath(other).replaceAll("\\", "/");
    return isTestFile(shown.startsWith(folder) ? shown.slice(folder.length) : shown, settings);
  };
}

/** What rules, hovers and code actions read of a file; `options` are the rule's alone. */
export interface FileContext extends Omit<RuleContext<object>, "options"> {
  /** `runs`, and the launches of one plain process. */
  everyRun(site: Site): readonly Run[];
}

/** A cheap first look at a text. */
function mayOpenPorts(text: string): boolean {
  return /listen|bind|serve|\bport\b/i.test(text) && mayHaveSites(text);
}

const contextsOf = perFile((): { known?: { input: Input; context: FileContext } } => ({}));

/** Sites, process and environment of a file, worked out once for a tree and its settings. */
export function contextOf(input: Input): FileContext {
  const { file, path, settings, program } = input;
  const whole = wholeProgram(input);
  connect(file, whole);
  const contexts = contextsOf(file);
  const { known } = contexts;
  if (known?.input.settings === settings && known.input.path === path && known.input.program === program)
    return known.context;
  for (const [name, real] of aliasesOf(settings.package)) aliasesIn(file).set(name, real);
  const environment = environmentOf(file, settings);
  const isEntry = () =>
    !whole ||
    whole
      .runs()
      .roots(whole.filename)
      .every((each) => each === normalPath(whole.filename));
  const sites = withServedExport(withPathsOf(sitesOf(file), environment), environment, isEntry);
  const process = processOf(sites, path, environment.runtime);
  const given = whole && givenLaunches(whole.filename, input);
  const runs = (site: Site) => whole?.runs().of(whole.filename, site, given) ?? [];
  const tests = () => whole?.runs().tests(whole.filename, testsIn(whole.filename, input)) ?? [];
  const everyRun = (site: Site) => whole?.runs().every(whole.filename, site, given) ?? [];
  const loads: RuleContext<object>["loads"] = (entry, loader, site) =>
    whole?.runs().loads(entry, loader, whole.filename, site) ?? false;
  const roots = () => whole?.runs().roots(whole.filename) ?? [];
  const typescript = /\.[cm]?tsx?$/.test(path);
  const companions = () => whole?.runs().companions(whole.filename, mayOpenPorts) ?? [];
  // Who asks for no rule in particular, as a hover does, asks as if all of them were on.
  const isOn = () => true;
  const context = {
    file,
    sites,
    environment,
    process,
    runs,
    everyRun,
    roots,
    loads,
    tests,
    companions,
    path,
    typescript,
    isOn,
  };
  contexts.known = { input, context };
  return context;
}
