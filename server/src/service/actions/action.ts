import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { RuleLevels } from "../../lint/levels.ts";
import type { Edit } from "../../../../rules/src/rule.ts";
import type { Shown } from "../diagnostics.ts";
import { rangeOf, type Parsed, type Project } from "../document.ts";

/** What the client can do with a code action. */
export interface ActionClient {
  /** Edits may name the version of the document (`workspaceEdit.documentChanges`). */
  versioned: boolean;
  /** Edits may create files. */
  createFiles: boolean;
  /** Edits may hold placeholders (`workspaceEdit.snippetEditSupport`). */
  snippets: boolean;
  /** Command that changes a severity in the client's settings; null where there is none. */
  setSeverity: string | null;
  /** Command that shows a rule's page; null where nobody can. */
  explain: string | null;
  /** Whether a file exists, so that a new one gets another name. */
  exists(uri: string): boolean;
}

/** The package.json that decides about a document, as the editor has it. */
export interface ManifestText {
  uri: string;
  text: string;
  /** Null where it is not open. */
  version: number | null;
}

/** A problem with everything that an action may look at. */
export interface ActionInput extends Shown {
  document: TextDocument;
  parsed: Parsed;
  project: Project;
  /** All problems of the document. */
  all: readonly Shown[];
  client: ActionClient;
  /** Null where there is none, or none that can be edited. */
  manifest: ManifestText | null;
  /** Whose comments switch rules off: ESLint's where the project lints with the plugin, else our own. */
  comments: "eslint" | "portreuse";
  severities: Severities;
}

/** What decides about the severities of rules. */
interface Severities {
  /** An ESLint configuration; nothing else counts. */
  fromEslint: boolean;
  /** Levels that the editor's settings state; they win over those of package.json. */
  inEditor: RuleLevels;
  /** Whether there is a folder, and so settings of one. */
  inFolder: boolean;
}

/** One kind of action: what it offers for a problem. */
export type ActionPart = (input: ActionInput) => CodeAction[];

export function quickFix(title: string, diagnostic: Diagnostic, edit: WorkspaceEdit): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit };
}

/** Edits of the document alone. */
export function documentEdit(
  { document, client }: Pick<ActionInput, "document" | "client">,
  edits: TextEdit[],
): WorkspaceEdit {
  return client.versioned
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
}

/** Edits of the package.json alone. */
export function manifestEdit(client: ActionClient, { uri, version }: ManifestText, edits: TextEdit[]): WorkspaceEdit {
  return client.versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** One edit of a document that asks for something to be typed at its placeholders. */
export function snippetEdit({ document }: ActionInput, edit: SnippetTextEdit): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }] };
}

/** Edits of the text as edits of the document. */
export function textEdits(
  { document, parsed }: Pick<ActionInput, "document" | "parsed">,
  edits: readonly Edit[],
): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: rangeOf(document, parsed, range), newText: text }));
}
