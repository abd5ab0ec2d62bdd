import { modify, parse, type ParseError } from "jsonc-parser";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { stated } from "../../../../rules/src/environment.ts";
import { quickFix, type ActionPart } from "./action.ts";

/** The findings that one decision for the package answers. */
const ANSWERED = new Set(["noPolicy", "workerNoPolicy"]);

/** States once, in package.json, that servers which say nothing have their ports to themselves. */
export const stateForPackage: ActionPart = ({ problem, diagnostic, project, client, manifest }) => {
  if (problem.rule !== "require-reuse-option" || !ANSWERED.has(problem.messageId ?? "")) return [];
  if (!manifest || stated("listens", project.settings)) return [];
  const edits = listensSingle(manifest.text);
  if (!edits) return [];
  const { uri } = manifest;
  const edit: WorkspaceEdit = client.versioned
    ? { documentChanges: [{ textDocument: { uri, version: manifest.version }, edits }] }
    : { changes: { [uri]: edits } };
  return [quickFix('State it for the whole package: `"listens": "single"`', diagnostic, edit)];
};

/** The edits that put the key into the text of a package.json, laid out as the rest of it; null where that cannot be read. */
function listensSingle(text: string): TextEdit[] | null {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors);
  if (errors.length > 0 || !isObject(value) || (value["portreuse"] !== undefined && !isObject(value["portreuse"])))
    return null;
  const document = TextDocument.create("", "json", 0, text);
  const [, indent = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  return modify(text, ["portreuse", "listens"], "single", { formattingOptions }).map(({ offset, length, content }) => ({
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    newText: content,
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
