import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Parsed, Project } from "./document.ts";

/** A helper file, and the code rewired to use it. */
export interface ConnectHelper {
  title: string;
  uri: string;
  /** Text of the new file; null where it is there already. */
  create: string | null;
  edits: TextEdit[];
}

export function connectHelper(_document: TextDocument, _parsed: Parsed, _range: Range, _project: Project, _exists: (uri: string) => boolean): ConnectHelper | null {
  return null;
}
