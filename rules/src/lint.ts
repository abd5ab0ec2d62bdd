import { obstacle } from "./guarded.ts";
import { plainProblem, problemOf, type Problem } from "./problem.ts";
import { processOf } from "./process/index.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { environmentOf, isTestFile } from "./environment.ts";
import type { SettingsSources } from "./settings.ts";
import { sitesOf } from "./sockets/collect.ts";
import { handlersOf } from "./sockets/handlers.ts";
import type { SourceFile } from "./analysis/source.ts";

/** A file with what its host knows about it. */
export interface Input {
  file: SourceFile;
  /** Path below the working directory, with forward slashes. */
  path: string;
  settings: SettingsSources;
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
  return /ts$/i.test(path) && /\.d\.(?:\w+\.)?[cm]?ts$/i.test(path);
}

/**
 * Shows every site and every handler of a file to every rule. The host has asked `isChecked` before.
 * Never throws for what the file holds: code that cannot be followed to the end is one problem, of the first rule that it stops.
 * @returns the problems of each rule, in source order
 */
export function lint(input: Input, enabled: readonly EnabledRule[]): Map<EnabledRule, Problem[]> {
  const runs = enabled.map((each): Run => ({ each, findings: new Map(), obstacle: null }));
  const [first] = runs;
  if (first)
    guarded(first, () => {
      const context = contextOf(input);
      const show = (look: (rule: Rule, options: object) => Finding | readonly Finding[] | null | undefined) => {
        for (const run of runs)
          if (run.obstacle === null) guarded(run, () => add(run, look(run.each.rule, run.each.options) ?? null));
      };
      for (const site of context.sites.sites)
        if (!context.process.isProbe(site)) show((rule, options) => rule.check?.(site, { ...context, options }));
      for (const handler of handlersOf(context.file))
        show((rule, options) => rule.checkHandler?.(handler, { ...context, options }));
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

/** What one rule has found so far. */
interface Run {
  each: EnabledRule;
  /** By message and place: two sites may lead to one finding, as `create` and `bind` of a socket do. */
  findings: Map<string, Finding>;
  /** What kept it from looking to the end. */
  obstacle: string | null;
}

function guarded(run: Run, work: () => void): void {
  try {
    work();
  } catch (error) {
    run.obstacle = obstacle(error);
  }
}

function add({ findings }: Run, found: Finding | readonly Finding[] | null): void {
  for (const finding of found === null ? [] : [found].flat()) {
    const key = `${finding.messageId} ${finding.at.range.join()}`;
    if (!findings.has(key)) findings.set(key, finding);
  }
}

/** What rules, hovers and code actions read of a file; `options` are the rule's alone. */
export type FileContext = Omit<RuleContext<object>, "options">;

const contexts = new WeakMap<Input["file"]["ast"], { path: string; settings: SettingsSources; context: FileContext }>();

/** Sites, process and environment of a file, worked out once for a tree and its settings. */
export function contextOf({ file, path, settings }: Input): FileContext {
  const known = contexts.get(file.ast);
  if (known?.settings === settings && known.path === path) return known.context;
  const sites = sitesOf(file);
  const environment = environmentOf(file, settings);
  const process = processOf(sites, path, environment.runtime);
  const context = { file, sites, environment, process, typescript: /\.[cm]?tsx?$/.test(path) };
  contexts.set(file.ast, { path, settings, context });
  return context;
}
