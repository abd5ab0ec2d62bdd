/**
 * The language service: pure functions over text and settings, with no connection and no file system.
 * The caller keeps what `parseDocument` and `diagnose` give for as long as the document's version and the settings stay the same.
 */
export { parseDocument, type Parsed, type Project } from "./document.ts";
export { diagnose, scan, wrongComments, type DiagnosticData, type Shown } from "./diagnostics.ts";
export { hover } from "./hover.ts";
export type { HoverSettings } from "./hover/part.ts";
export { codeActions } from "./code-actions.ts";
export type { ActionClient, ManifestText } from "./actions/action.ts";
