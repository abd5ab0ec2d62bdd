import { checkMessages } from "../../../server/src/lint/messages.ts";
import { checkText } from "../../../server/src/lint/problems.ts";
import type { Node } from "../../src/analysis/ast.ts";
import type { SourceFile } from "../../src/analysis/source.ts";
import { connect } from "../../src/connect.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { runsOf, type Runs } from "../../src/runs/index.ts";
import { snippet } from "../analysis/marked.ts";
import { inMemory } from "../program/tree.ts";

export type Sources = Readonly<Record<string, string | object>>;

/** Where the projects of these tests lie: on no disk. */
export const HOME = "/home/";

/** What is known of the files of a project. */
export function runsIn(sources: Sources): Runs {
  return runsOf(projectAt("/home", parseFile, inMemory("/home", sources)), parseFile);
}

/** A file of a project, whose values come from the other files too. */
export function moduleIn(sources: Sources, path: string): { file: SourceFile; marks: Node[]; runs: Runs } {
  const { file, marks } = snippet(sources[path] as string, `${HOME}${path}`);
  const runs = runsIn({ ...sources, [path]: file.text });
  connect(file, { filename: `${HOME}${path}`, runs: () => runs });
  return { file, marks, runs };
}

function inputFor(rule: string, sources: Sources, path: string, beside: readonly string[] = []) {
  const runs = runsIn(sources);
  return {
    text: sources[path] as string,
    path,
    settings: { host: {}, hostName: "a test", package: (sources["package.json"] ?? {}) as object },
    levels: Object.fromEntries([rule, ...beside].map((each) => [each, { level: "error" }] as const)),
    program: { filename: `${HOME}${path}`, runs: () => runs },
  } as const;
}

/** The first thing that one rule says of a file of a project: its words, and the places that belong to it, with their text. */
export function whole(rule: string, sources: Sources, path: string): readonly string[] {
  const input = inputFor(rule, sources, path);
  const [problem] = checkText(input);
  if (!problem) return [];
  const places = problem.related.map(({ range, text, elsewhere }) => {
    const code = (elsewhere?.content ?? input.text).slice(...range);
    return `${elsewhere ? elsewhere.path.slice(HOME.length) : path} ${code}: ${text}`;
  });
  return [problem.text, ...places, `Facts: ${problem.facts.join(", ")}`];
}

/** What one rule says of a file of a project, by the ids of its messages; `beside`: other rules that are on. */
export function said(rule: string, sources: Sources, path: string, beside: readonly string[] = []): string {
  return checkMessages(inputFor(rule, sources, path, beside))
    .filter(({ ruleId }) => ruleId === null || ruleId === `portreuse/${rule}`)
    .map(({ messageId, message }) => messageId ?? message)
    .join();
}
