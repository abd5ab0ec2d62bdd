import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DiagnosticSeverity, type Diagnostic, type Location } from "vscode-languageserver-types";
import { isChecked } from "../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { plainText, type Problem } from "../../../rules/src/problem.ts";
import { directivesOf } from "../lint/directives.ts";
import { checkFile } from "../lint/problems.ts";
import { parseText, rangeOf, type Parsed, type Project } from "./document.ts";

/** What travels with a diagnostic, for clients that want more than its words. */
export interface DiagnosticData {
  messageId: string | null;
  /** Ids of the facts that it rests on. */
  facts: readonly string[];
}

/** A problem, and the diagnostic that shows it. */
export interface Shown {
  problem: Problem;
  diagnostic: Diagnostic;
}

/** The problems of a document. Code that cannot be parsed has none: editors say what is wrong with it by themselves. */
export function diagnose(document: TextDocument, parsed: Parsed, project: Project): Shown[] {
  if (!parsed.file || !mayHaveSites(document.getText()) || !isChecked(project.path, project.settings)) return [];
  const problems = checkFile(parsed.file, project.path, project.settings, project.levels, project.program);
  return problems.map((problem) => ({ problem, diagnostic: toDiagnostic(document, parsed, project, problem) }));
}

/** What is wrong with the comments of a document: names that no rule has. */
export function wrongComments(document: TextDocument, parsed: Parsed, project: Project): Diagnostic[] {
  if (!parsed.file || !mayHaveSites(document.getText()) || !isChecked(project.path, project.settings)) return [];
  return directivesOf(parsed.file).unknown.map(({ range, text }) => ({
    range: rangeOf(document, parsed, range),
    severity: DiagnosticSeverity.Information,
    source: "portreuse",
    message: text,
  }));
}

/** The diagnostics of a file that is not open and that `mayHaveSites`. */
export function scan(uri: string, text: string, project: Project): Diagnostic[] {
  if (!isChecked(project.path, project.settings)) return [];
  const document = TextDocument.create(uri, "", 0, text);
  const parsed = parseText(text, project.path);
  const problems = diagnose(document, parsed, project).map((each) => each.diagnostic);
  return [...problems, ...wrongComments(document, parsed, project)];
}

function placeIn(
  { path, content }: { path: string; content: string },
  [start, end]: readonly [number, number],
): Location {
  const document = TextDocument.create(pathToFileURL(path).href, "", 0, content);
  return { uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

function toDiagnostic(document: TextDocument, parsed: Parsed, project: Project, problem: Problem): Diagnostic {
  const { severity, messageId, facts } = problem;
  const rule = String(problem.rule);
  const related = problem.related.map(({ range, text, elsewhere }) => ({
    location: elsewhere ? placeIn(elsewhere, range) : { uri: document.uri, range: rangeOf(document, parsed, range) },
    message: plainText(text),
  }));
  return {
    range: rangeOf(document, parsed, problem.range),
    severity: severity === 2 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    codeDescription: { href: project.page(rule) },
    source: "portreuse",
    // Editors cut long messages in lists: what is wrong stands on a line of its own.
    message: plainText(problem.help === undefined ? problem.text : `${problem.text}\n${problem.help}`),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { messageId, facts } satisfies DiagnosticData,
  };
}
