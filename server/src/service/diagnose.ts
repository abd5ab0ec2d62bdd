import { TextDocument } from "vscode-languageserver-textdocument";
import { DiagnosticSeverity, type Diagnostic, type TextEdit } from "vscode-languageserver-types";
import { mayHaveSites } from "../../../rules/src/lint.ts";
import { interpolate, type Finding, type Rule } from "../../../rules/src/rule.ts";
import { checkFile } from "../lint/check.ts";
import { parseDocument, rangeOf, type Parsed, type Project } from "./document.ts";

/** What travels with a diagnostic, so that code actions need not lint again. */
export interface DiagnosticData {
  /** Version of the document that the edits are for. */
  version: number;
  messageId: string;
  facts: readonly string[];
  suggestions: readonly { title: string; edits: TextEdit[] }[];
}

/** The findings of a document. Code that cannot be parsed has none: editors say what is wrong with it by themselves. */
export function diagnose(document: TextDocument, parsed: Parsed, project: Project): Diagnostic[] {
  if (!parsed.file) return [];
  const { findings, messages } = checkFile(parsed.file, project.path, project.settings, project.levels);
  return findings.map(({ rule, finding }, i) =>
    toDiagnostic(document, parsed, project, rule, finding, messages[i]?.severity === 2, messages[i]?.message ?? ""),
  );
}

/** The findings of a file that is not open. */
export function scan(uri: string, text: string, project: Project): Diagnostic[] {
  if (!mayHaveSites(text)) return [];
  const document = TextDocument.create(uri, "", 0, text);
  return diagnose(document, parseDocument(document, project.path), project);
}

function toDiagnostic(
  document: TextDocument,
  parsed: Parsed,
  project: Project,
  rule: Rule,
  finding: Finding,
  error: boolean,
  message: string,
): Diagnostic {
  const related = (finding.related ?? []).map(({ at, message: text }) => ({
    location: { uri: document.uri, range: rangeOf(document, parsed, at.range) },
    message: text,
  }));
  const data: DiagnosticData = {
    version: document.version,
    messageId: finding.messageId,
    facts: finding.facts ?? [],
    suggestions: (finding.suggestions ?? []).flatMap((each) =>
      each
        ? [
            {
              title: interpolate(rule.meta.messages[each.messageId] ?? "", each.data).replace(/\.$/, ""),
              edits: each.edits.map(({ range, text }) => ({ range: rangeOf(document, parsed, range), newText: text })),
            },
          ]
        : [],
    ),
  };
  return {
    range: rangeOf(document, parsed, finding.at.range),
    severity: error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule.name,
    codeDescription: { href: project.page(rule.name) },
    source: "portreuse",
    message,
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  };
}
