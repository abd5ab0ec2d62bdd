import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  CodeActionKind,
  type CodeAction,
  type CreateFile,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { commands } from "../lsp/protocol.ts";
import { connectHelper } from "./connect-helper.ts";
import type { DiagnosticData } from "./diagnose.ts";
import { disableFile, disableLine } from "./directive-edits.ts";
import type { Parsed, Project } from "./document.ts";

/** What the client can do with a code action. */
export interface CodeActionContext {
  /** Edits may name the version of the document (`workspaceEdit.documentChanges`). */
  versioned: boolean;
  /** Edits may create files. */
  createFiles: boolean;
  /** Command that shows a rule's page; null where nobody can. */
  explain: string | null;
  /** Whether a file exists, so that a new one gets another name. */
  exists(uri: string): boolean;
}

export const OPEN_PAGE = "portreuse.openPage";
export const EXPLAIN = commands.explain;

/**
 * Actions for diagnostics that `diagnose` made: its suggestions, switching the rule off, its page.
 * Nothing is linted again; suggestions for another version of the document are left out.
 */
export function codeActions(
  document: TextDocument,
  parsed: Parsed,
  diagnostics: readonly Diagnostic[],
  project: Project,
  context: CodeActionContext,
): CodeAction[] {
  const mine = diagnostics.filter((each) => each.source === "portreuse" && typeof each.code === "string");
  return [
    ...mine.flatMap((each) => suggestions(document, each, context)),
    ...mine.flatMap((each) => helpers(document, parsed, each, project, context)),
    ...mine.flatMap((each) => explain(each, context)),
    ...mine.flatMap((each) => switches(document, parsed, each, context)),
  ];
}

function suggestions(document: TextDocument, diagnostic: Diagnostic, context: CodeActionContext): CodeAction[] {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  if (data?.version !== document.version || !Array.isArray(data.suggestions)) return [];
  // The first one is the safest, so an editor's "fix this" key applies it.
  return data.suggestions.map(({ title, edits }, i) => ({
    ...action(title, diagnostic, edit(document, edits, context)),
    ...(i === 0 && { isPreferred: true }),
  }));
}

function helpers(
  document: TextDocument,
  parsed: Parsed,
  diagnostic: Diagnostic,
  project: Project,
  context: CodeActionContext,
): CodeAction[] {
  if (
    diagnostic.code !== "no-bind-before-connect" ||
    !context.createFiles ||
    (diagnostic.data as Partial<DiagnosticData> | undefined)?.version !== document.version
  )
    return [];
  const helper = connectHelper(document, parsed, diagnostic.range, project, context.exists);
  if (!helper) return [];
  const create: CreateFile[] = helper.create
    ? [{ kind: "create", uri: helper.uri, options: { ignoreIfExists: true } }]
    : [];
  const fill: TextDocumentEdit[] = helper.create
    ? [
        {
          textDocument: { uri: helper.uri, version: null },
          edits: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: helper.create },
          ],
        },
      ]
    : [];
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: helper.edits,
  };
  return [action(helper.title, diagnostic, { documentChanges: [...create, ...fill, change] })];
}

function explain(diagnostic: Diagnostic, { explain: command }: CodeActionContext): CodeAction[] {
  const title = `Explain ${String(diagnostic.code)}`;
  return command === null
    ? []
    : [
        {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          command: { title, command, arguments: [diagnostic.code] },
        },
      ];
}

function switches(
  document: TextDocument,
  parsed: Parsed,
  diagnostic: Diagnostic,
  context: CodeActionContext,
): CodeAction[] {
  const rule = `portreuse/${String(diagnostic.code)}`;
  const line = disableLine(document, parsed, rule, diagnostic.range);
  const file = disableFile(document, parsed, rule);
  return [
    ...(line ? [action(`Disable ${rule} for this line`, diagnostic, edit(document, [line], context))] : []),
    ...(file ? [action(`Disable ${rule} for this file`, diagnostic, edit(document, [file], context))] : []),
  ];
}

function action(title: string, diagnostic: Diagnostic, change: WorkspaceEdit): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: change };
}

function edit(document: TextDocument, edits: TextEdit[], { versioned }: CodeActionContext): WorkspaceEdit {
  return versioned
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
}
