import type { CreateFile, TextDocumentEdit } from "vscode-languageserver-types";
import { quickFix, textEdits, type ActionPart } from "./action.ts";
import { rewire } from "../connect-helper/rewire.ts";

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Puts a module beside the document that binds with IP_BIND_ADDRESS_NO_PORT, and has the code use it. */
export const connectHelper: ActionPart = (input) => {
  const { document, problem, diagnostic, client } = input;
  if (problem.rule !== "no-bind-before-connect" || !client.createFiles) return [];
  const helper = rewire(input);
  if (!helper) return [];
  const { uri, text } = helper.file;
  const made: (CreateFile | TextDocumentEdit)[] =
    text === null
      ? []
      : [
          { kind: "create", uri, options: { ignoreIfExists: true } },
          { textDocument: { uri, version: null }, edits: [{ range: TOP, newText: text }] },
        ];
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: textEdits(input, helper.edits),
  };
  return [quickFix(helper.title, diagnostic, { documentChanges: [...made, change] })];
};
