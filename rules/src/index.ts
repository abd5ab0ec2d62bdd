import { check, mayHaveSites, type Input } from "./engine.ts";
import { nearestPackage } from "./package-json.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { settingsProblems, type UserSettings } from "./settings.ts";
import type { Node } from "./sockets/ast.ts";
import type { SourceFile } from "./sockets/source.ts";
import { catalogueType } from "./type-information.ts";
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
    text: string;
    ast: SourceFile["ast"];
    scopeManager: SourceFile["scopeManager"] | null;
    visitorKeys: SourceFile["visitorKeys"];
    parserServices?: object;
  };
  report(descriptor: object): void;
}

const inputs = new WeakMap<object, Input | null>();
const complained = new Set<string>();

/** What the rules read of a file, made once for all of them; null where nothing can be found. */
function inputOf(context: Context): Input | null {
  const { sourceCode } = context;
  let input = inputs.get(sourceCode);
  if (input === undefined) inputs.set(sourceCode, (input = makeInput(context)));
  return input;
}

function makeInput(context: Context): Input | null {
  const { text, ast, scopeManager, visitorKeys, parserServices } = context.sourceCode;
  if (!scopeManager || !mayHaveSites(text)) return null;
  const host = context.settings.portreuse ?? {};
  for (const problem of settingsProblems(host, "settings.portreuse")) {
    if (complained.has(problem)) continue;
    complained.add(problem);
    throw new TypeError(problem);
  }
  const cwd = context.cwd ?? process.cwd();
  return {
    file: { text, ast, scopeManager, visitorKeys, typeOf: catalogueType(parserServices) },
    path: relative(cwd, context.filename),
    settings: { host, hostName: "settings.portreuse", package: nearestPackage(context.filename) },
  };
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
      return {
        Program() {
          for (const finding of findingsOf(rule, input, { ...meta.defaultOptions, ...context.options[0] })) report(context, finding);
        },
      };
    },
  };
}

/** Nothing that a file holds may stop the linter: code nested deeper than the stack yields no finding. */
function findingsOf(rule: Rule, input: Input, options: object): readonly Finding[] {
  try {
    return check(rule, input, options);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function report(context: Context, { at, messageId, data, suggestions }: Finding): void {
  context.report({
    node: at satisfies Node,
    messageId,
    data,
    suggest: (suggestions ?? []).flatMap((each) =>
      each
        ? [{ messageId: each.messageId, data: each.data, fix: (fixer: Fixer) => each.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)) }]
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
  return { name: `portreuse/${presetName}`, plugins: { portreuse: plugin }, rules: Object.fromEntries(rules.map((rule) => [`portreuse/${rule.name}`, level(rule)])) };
}

plugin.configs.recommended = preset("recommended", (rule) => rule.meta.recommended);
plugin.configs.strict = preset("strict", () => "error");

export default plugin;
