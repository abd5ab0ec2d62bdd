import { isChecked, isDeclaration, mayHaveSites, type Input } from "./lint.ts";
import { guarded } from "./guarded.ts";
import { nearestPackageFile, type PackageFile } from "./program/package-json.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { settingsProblems, type SettingsSources, type UserSettings } from "./settings.ts";
import type { Node } from "./analysis/ast.ts";
import { collector, registered, type Listeners, type SourceFile } from "./analysis/source.ts";
import { catalogueType } from "./analysis/type-checker.ts";
import { homepage, name, version } from "./about.ts";

/** The parts of ESLint's API that are used: the same in ESLint 9, ESLint 10 and oxlint. */
interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown;
}
interface Context {
  filename: string;
  cwd?: string;
  settings: { portreuse?: UserSettings };
  options: readonly object[];
  sourceCode: {
    /** Only in ESLint. */
    traverse?: unknown;
    text: string;
    ast: SourceFile["ast"];
    scopeManager: SourceFile["scopeManager"] | null;
    visitorKeys: SourceFile["visitorKeys"];
    parserServices?: object;
  };
  report(descriptor: object): void;
}

/** Where that stands which concerns the whole file. */
const TOP = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** ESLint makes a source code for each file, and all rules ask for the same one, one after the other. */
let latest: { sourceCode: object; input: Input | null } | null = null;
/** oxlint has one source code for all files, and empties weak maps that it is a key of before each of them. */
const inputs = new WeakMap<object, Input | null>();
/** What collects the nodes of a file while the host walks it; the first rule that listens takes it. */
const uncollected = new WeakMap<Input, Listeners>();
/** Files in which a rule could not look to the end: told once, not by each rule. */
const stopped = new WeakSet<Input>();
/** What is still to be told of a file, and by whom. */
const untold = new WeakMap<Input, { lines: string[]; speaker: { context: Context; rule: Rule } | null }>();

/** What the rules read of a file, made once for all of them; null where nothing can be found. */
function inputOf(context: Context): Input | null {
  const { sourceCode } = context;
  if (sourceCode.traverse) {
    if (latest?.sourceCode !== sourceCode) latest = { sourceCode, input: makeInput(context) };
    return latest.input;
  }
  let input = inputs.get(sourceCode);
  if (input === undefined) inputs.set(sourceCode, (input = makeInput(context)));
  return input;
}

function makeInput(context: Context): Input | null {
  const { text, ast, scopeManager, visitorKeys, parserServices } = context.sourceCode;
  if (!scopeManager || isDeclaration(context.filename) || !mayHaveSites(text)) return null;
  const host = context.settings.portreuse ?? {};
  const cwd = context.cwd ?? process.cwd();
  const pkg = nearestPackageFile(context.filename);
  const path = relative(cwd, context.filename);
  const settings: SettingsSources = { host, hostName: "settings.portreuse", package: pkg?.package ?? null };
  if (!isChecked(path, settings)) return null;
  const { found, listeners } = collector();
  const input: Input = {
    file: registered({ text, ast, scopeManager, visitorKeys, typeOf: catalogueType(parserServices), walk: found }),
    path,
    settings,
  };
  uncollected.set(input, listeners);
  untold.set(input, {
    lines: [...settingsProblems(host, "settings.portreuse"), ...packageProblems(pkg)],
    speaker: null,
  });
  return input;
}

function packageProblems(pkg: PackageFile | null): string[] {
  if (!pkg) return [];
  return [
    ...(pkg.problem === null ? [] : [pkg.problem]),
    ...settingsProblems(pkg.package.portreuse, `${pkg.path}: portreuse`, { rules: true }),
  ];
}

function relative(cwd: string, filename: string): string {
  const path = filename.replaceAll("\\", "/");
  const base = `${cwd.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  return path.startsWith(base) ? path.slice(base.length) : path.replace(/^(?:[A-Za-z]:)?\/+/, "");
}

function toEslint(rule: Rule) {
  const { meta } = rule;
  return {
    meta: {
      type: meta.type,
      docs: { description: meta.description, recommended: true, url: `${homepage}/rules/${rule.name}` },
      messages: meta.messages,
      hasSuggestions: true,
      schema: Object.keys(meta.schema["properties"] as object).length > 0 ? [meta.schema] : [],
      ...(Object.keys(meta.defaultOptions).length > 0 && { defaultOptions: [meta.defaultOptions] }),
    },
    create(context: Context) {
      const input = inputOf(context);
      if (!input) return {};
      offer(input, context, rule);
      const listeners = uncollected.get(input);
      uncollected.delete(input);
      return {
        ...listeners,
        "Program:exit"() {
          tell(input, context);
          const options = { ...meta.defaultOptions, ...context.options[0] };
          const wrong = meta.optionsProblem?.(options) ?? null;
          if (wrong !== null) context.report({ loc: TOP, message: `${rule.name}: ${wrong}` });
          const { findings, obstacle } = guarded(rule, input, options);
          if (findings) for (const finding of findings) report(context, finding);
          else if (!stopped.has(input)) {
            stopped.add(input);
            context.report({ loc: TOP, message: obstacle });
          }
        },
      };
    },
  };
}

/** One rule speaks for all, and one that is an error in the presets rather than a warning: wrong settings are no matter of taste. */
function offer(input: Input, context: Context, rule: Rule): void {
  const waiting = untold.get(input);
  if (
    waiting &&
    (waiting.speaker === null ||
      (waiting.speaker.rule.meta.recommended !== "error" && rule.meta.recommended === "error"))
  )
    waiting.speaker = { context, rule };
}

function tell(input: Input, context: Context): void {
  const waiting = untold.get(input);
  if (waiting?.speaker?.context !== context) return;
  untold.delete(input);
  for (const message of waiting.lines) context.report({ loc: TOP, message });
}

function report(context: Context, { at, messageId, data, suggestions }: Finding): void {
  context.report({
    node: at satisfies Node,
    messageId,
    data,
    suggest: (suggestions ?? []).flatMap((each) =>
      each
        ? [
            {
              messageId: each.messageId,
              data: each.data,
              fix: (fixer: Fixer) => each.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
            },
          ]
        : [],
    ),
  });
}

const plugin = {
  meta: { name, version, namespace: "portreuse" },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, toEslint(rule)])),
  configs: {} as Record<"recommended" | "strict", object>,
};

function preset(presetName: string, level: (rule: Rule) => "warn" | "error") {
  return {
    name: `portreuse/${presetName}`,
    plugins: { portreuse: plugin },
    rules: Object.fromEntries(rules.map((rule) => [`portreuse/${rule.name}`, level(rule)])),
  };
}

plugin.configs.recommended = preset("recommended", (rule) => rule.meta.recommended);
plugin.configs.strict = preset("strict", () => "error");

export default plugin;
