import { isAbsolute } from "node:path";
import { RuleCreator } from "@typescript-eslint/utils/eslint-utils";
import type { JSONSchema4 } from "@typescript-eslint/utils/json-schema";
import type * as TSESLint from "@typescript-eslint/utils/ts-eslint";
import { homepage, name, version } from "./about.ts";
import { collector, registered, type Listeners } from "./analysis/source.ts";
import { catalogueType } from "./analysis/type-checker.ts";
import { isGenerated } from "./generated.ts";
import {
  isChecked,
  isDeclaration,
  isWorthLinting,
  lint,
  type EnabledRule,
  type FileInProgram,
  type Input,
} from "./lint.ts";
import { parseLazily } from "./parse/lazy.ts";
import { mayHaveSites } from "./prefilter.ts";
import { fullText, type Problem } from "./problem.ts";
import { linesOf } from "./program/configuration-problem.ts";
import { diskFiles } from "./program/files.ts";
import { packageProblems } from "./package-problems.ts";
import { nearestPackageFile } from "./program/package-json.ts";
import { pathBelow } from "./program/paths.ts";
import { runClock } from "./program/run-clock.ts";
import type { Rule, RuleMeta } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { projectsOf, type Projects } from "./runs/projects.ts";
import { settingsProblems, type SettingsSources, type UserSettings } from "./settings.ts";
import { isOfSettings, onceInARun, VALID_SETTINGS, warn, warnOnce } from "./valid-settings.ts";

/** Their options: one object, or none. */
type Options = readonly [object?];
type Context = Readonly<TSESLint.RuleContext<string, Options>>;

/** What is known of a file while it is linted. */
interface FileRecord {
  input: Input;
  /** What collects the nodes of the file while the host walks it; the first rule takes it. */
  listeners: Listeners | null;
  /** What is wrong with the settings that hold for the file. */
  settingsProblems: readonly string[];
  /** Whether a rule is switched on that speaks of them. */
  reportsSettings: boolean;
  /** The rules that run on the file: all of them are created before the walk begins. */
  enabled: EnabledRule[];
  /** Null until the first rule comes to the end of the walk. */
  problems: Map<EnabledRule, Problem[]> | null;
}

/** By source code, which is new for each file; oxlint has one for all files, and empties weak maps of it before each of them. */
const records = new WeakMap<object, FileRecord>();
/** The last file that there is nothing to look for in: nearly all files are of that kind, and every rule asks for each of them. */
let nothingIn: Pick<Context, "sourceCode" | "filename"> | null = null;

/** Where that stands which concerns the whole file. */
const TOP = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** The record of a file, made once for all rules. */
function recordOf(context: Context): FileRecord | null {
  const { sourceCode, filename } = context;
  if (nothingIn?.sourceCode === sourceCode && nothingIn.filename === filename) return null;
  const known = records.get(sourceCode);
  // One that has problems is from an earlier run on the same source code.
  if (known?.problems === null) return known;
  const record = recordFor(context);
  if (record) records.set(sourceCode, record);
  else nothingIn = { sourceCode, filename };
  return record;
}

function recordFor(context: Context): FileRecord | null {
  // Added in 8.40; what else is missing there would show itself as an error of this plugin.
  if ((context.sourceCode as unknown) === undefined) throw new Error(`${name} needs ESLint 9 or later, or oxlint.`);
  clock.tick();
  const { text, ast, scopeManager, visitorKeys, parserServices } = context.sourceCode;
  if (!scopeManager || isDeclaration(context.filename) || !mayHaveSites(text) || isGenerated(text)) return null;
  const host = (context.settings["portreuse"] as UserSettings | undefined) ?? {};
  const pkg = nearestPackageFile(context.filename, clock.now());
  const path = relative(context.cwd ?? process.cwd(), context.filename);
  const settings: SettingsSources = { host, hostName: "settings.portreuse", package: pkg?.package ?? null };
  if (!isChecked(path, settings)) return null;
  const { found, listeners } = collector();
  const file = registered({ text, ast, scopeManager, visitorKeys, typeOf: catalogueType(parserServices), walk: found });
  return {
    input: { file, path, settings, program: programOf(context) },
    listeners,
    settingsProblems: [...settingsProblems(host, "settings.portreuse"), ...(pkg ? packageProblems(pkg) : [])],
    reportsSettings: false,
    enabled: [],
    problems: null,
  };
}

const clock = runClock();
let projects: Projects | undefined;

/** The project around a file, looked at when a site asks. Blocks of Markdown and Vue files have names that are not on the disk: they are checked alone. */
function programOf({ filename, physicalFilename, cwd }: Context): FileInProgram | null {
  if (!isAbsolute(filename) || (physicalFilename !== undefined && physicalFilename !== filename)) return null;
  const runs = () =>
    (projects ??= projectsOf(parseLazily, diskFiles({ now: clock.now }))).of(filename, cwd ?? process.cwd());
  return { filename, runs };
}

function relative(cwd: string, filename: string): string {
  return pathBelow(cwd, filename) ?? filename.replaceAll("\\", "/").replace(/^(?:[A-Za-z]:)?\/+/, "");
}

/** The message that says what is not a rule's own: TSESLint knows no message without an id. */
const NOTE = "note";

const ruleWithPage = RuleCreator<{ recommended: boolean }>((rule) => `${homepage}/rules/${rule}`);

const NO_OPTIONS: Options = [];

/** A rule as RuleCreator makes it. But it would clone the default options for each file, and the rules read `context.options`. */
const createRule: typeof ruleWithPage<Options, string> = (rule) => ({
  ...ruleWithPage<Options, string>(rule),
  create: (context) => rule.create(context, NO_OPTIONS),
});

function toEslint(rule: Rule) {
  const { meta } = rule;
  return createRule({
    name: rule.name,
    meta: {
      type: meta.type,
      docs: { description: meta.description, recommended: meta.recommended !== "off" },
      messages: { ...messagesOf(meta), [NOTE]: "{{text}}" },
      hasSuggestions: true,
      schema: Object.keys(meta.schema["properties"] as object).length > 0 ? [meta.schema as JSONSchema4] : [],
      ...(Object.keys(meta.defaultOptions).length > 0 && { defaultOptions: [meta.defaultOptions] }),
    },
    create(context) {
      const record = recordOf(context);
      if (!record) return {};
      // ESLint alone knows the severity.
      const own: EnabledRule = { rule, severity: 1, options: { ...meta.defaultOptions, ...context.options[0] } };
      record.enabled.push(own);
      const { listeners } = record;
      record.listeners = null;
      return {
        ...(listeners as TSESLint.RuleListener | null),
        "Program:exit"() {
          if (!record.reportsSettings && record.enabled[0] === own)
            warn(onceInARun(record.settingsProblems, context.filename));
          const wrong = meta.optionsProblem?.(own.options) ?? null;
          if (wrong !== null)
            for (const text of onceInARun([`${rule.name}: ${wrong}`], context.filename)) note(context, text);
          record.problems ??= problemsOf(record);
          for (const problem of record.problems.get(own) ?? []) report(context, problem);
          if (projects && record.enabled.at(-1) === own)
            warnOnce(linesOf(projects.problems().filter((each) => !isOfSettings(each))));
        },
      };
    },
  });
}

/** All rules that run on the file are known when the first of them comes to the end of the walk. */
function problemsOf({ input, enabled }: FileRecord): Map<EnabledRule, Problem[]> {
  const isWorth = isWorthLinting(
    { ...input, text: input.file.text },
    enabled.map(({ rule }) => rule),
  );
  return isWorth ? lint(input, enabled) : new Map();
}

/** ESLint has one place for words, so what to do stands behind what is wrong. */
function messagesOf({ messages, help = {} }: RuleMeta<object>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, text]) => [
      id,
      fullText({ text, ...(help[id] !== undefined && { help: help[id] }) }),
    ]),
  );
}

const validSettings = createRule({
  name: VALID_SETTINGS.name,
  meta: {
    type: "problem",
    docs: { description: VALID_SETTINGS.description, recommended: true },
    messages: { [NOTE]: "{{text}}" },
    schema: [],
  },
  create(context) {
    const record = recordOf(context);
    if (!record) return {};
    record.reportsSettings = true;
    return {
      "Program:exit"() {
        for (const text of onceInARun(record.settingsProblems, context.filename)) note(context, text);
      },
    };
  },
});

function note(context: Context, text: string): void {
  context.report({ loc: TOP, messageId: NOTE, data: { text } });
}

function report(context: Context, { messageId, data, text, range, suggestions }: Problem): void {
  if (messageId === null) return note(context, text);
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) },
    messageId,
    data,
    suggest: suggestions().map((each) => ({
      messageId: each.messageId,
      data: each.data,
      fix: (fixer) => each.edits.map((edit) => fixer.replaceTextRange(edit.range, edit.text)),
    })),
  });
}

const plugin = {
  meta: { name, version, namespace: "portreuse" },
  rules: Object.fromEntries([
    [VALID_SETTINGS.name, validSettings] as const,
    ...rules.map((rule) => [rule.name, toEslint(rule)] as const),
  ]),
  configs: {} as Record<"recommended" | "strict", object>,
};

function preset(presetName: string, level: (rule: Rule) => RuleMeta<object>["recommended"]) {
  return {
    name: `portreuse/${presetName}`,
    plugins: { portreuse: plugin },
    rules: {
      [`portreuse/${VALID_SETTINGS.name}`]: VALID_SETTINGS.level,
      ...Object.fromEntries(rules.map((rule) => [`portreuse/${rule.name}`, level(rule)])),
    },
  };
}

plugin.configs.recommended = preset("recommended", (rule) => rule.meta.recommended);
plugin.configs.strict = preset("strict", () => "error");

export default plugin;
