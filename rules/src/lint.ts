import { obstacle } from "./guarded.ts";
import { plainProblem, problemOf, type Problem } from "./problem.ts";
import { processOf } from "./process/index.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { environmentOf, isTestFile } from "./environment.ts";
import type { SettingsSources } from "./settings.ts";
import { sitesOf } from "./sockets/collect.ts";
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
 * Shows each site of a file to every rule. The host has asked `isChecked` before.
 * Never throws for what the file holds: code that cannot be followed to the end is one problem, of the first rule that it stopped.
 * @returns the problems of each rule, in source order
 */
export function lint(input: Input, enabled: readonly EnabledRule[]): Map<EnabledRule, Problem[]> {
  const runs = enabled.map((each) => ({ each, findings: [] as Finding[], keys: new Set<string>(), stopped: false }));
  let stop: { each: EnabledRule; text: string } | undefined;
  const guarded = (each: EnabledRule | undefined, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      const text = obstacle(error);
      if (each) stop ??= { each, text };
      return false;
    }
  };
  guarded(enabled[0], () => {
    const context = contextOf(input);
    const contexts = new Map(enabled.map((each) => [each, { ...context, options: each.options }]));
    for (const site of context.sites.sites) {
      if (context.process.isProbe(site)) continue;
      for (const run of runs) {
        const { rule } = run.each;
        const own = contexts.get(run.each) as RuleContext<object>;
        if (!run.stopped) run.stopped = !guarded(run.each, () => add(run, rule.check(site, own)));
      }
    }
  });
  return new Map(
    runs.map(({ each, findings }) => {
      const sorted = findings.sort((a, b) => a.at.range[0] - b.at.range[0]);
      const problems = sorted.map((finding) => problemOf(each.rule, finding, each.severity));
      return [
        each,
        stop?.each === each ? [plainProblem(each.rule.name, each.severity, stop.text), ...problems] : problems,
      ];
    }),
  );
}

/** Two sites may lead to one finding: `create` and `bind` of a socket. */
function add(
  { findings, keys }: { findings: Finding[]; keys: Set<string> },
  found: Finding | readonly Finding[] | null,
): void {
  for (const finding of found === null ? [] : [found].flat()) {
    const key = `${finding.messageId} ${finding.at.range.join()}`;
    if (keys.has(key)) continue;
    keys.add(key);
    findings.push(finding);
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
