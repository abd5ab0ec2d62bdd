/**
 * The language service: pure functions over text and settings, with no connection and no file system.
 * The caller keeps what `parseDocument` gives for as long as the document's version and the settings stay the same.
 */
export { parseDocument, type Parsed, type Project } from "./document.ts";
export { diagnose, scan, type DiagnosticData } from "./diagnose.ts";
export { hover, type HoverSettings } from "./hover.ts";
export { codeActions, type CodeActionContext } from "./code-actions.ts";
