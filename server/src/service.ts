/**
 * The language service: pure functions over text and settings, with no connection and no file system.
 * The caller keeps what `parseDocument` gives for as long as the document's version and the settings stay the same.
 */
export { parseDocument, type Parsed, type Project } from "./service/document.ts";
export { diagnose, scan, type DiagnosticData } from "./service/diagnose.ts";
export { hover, type HoverSettings } from "./service/hover.ts";
export { codeActions, type CodeActionContext } from "./service/code-actions.ts";
